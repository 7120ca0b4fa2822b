import { Button } from "@lianxin/web-kit";
import { text } from "../api.js";

interface NamesakesProps {
  readonly name: string;
  readonly people: readonly { readonly personId: string; readonly place: string; readonly distinction: string }[];
  readonly onChoose: (personId: string) => void;
}

/** Whoever of the directory has a name, with where they live: the one it is gets chosen. */
export const Namesakes = ({ name, people, onChoose }: NamesakesProps) => (
  <ul class="lx-stack">
    {people.map(({ personId, place, distinction }) => (
      <li key={personId} class="lx-actions">
        <span>
          {name}
          {distinction && `（${distinction}）`} {place}
        </span>
        <Button look="soft" aria-label={`${text("elder-pairing.link.choose")} ${name} ${distinction} ${place}`.trim()} onClick={() => onChoose(personId)}>
          {text("elder-pairing.link.choose")}
        </Button>
      </li>
    ))}
  </ul>
);
