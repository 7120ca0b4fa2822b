import { Button, Card, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { SeatMark } from "../words.js";
import type { PartyDraft } from "./party-drafts.js";
import { PersonPicker, type PickedPerson } from "./PersonPicker.js";

/** Who sits for one side, and what each seat counts as where the rules ask. */
export function PartyEditor({
  party,
  marks,
  onMark,
  onAdd,
  onRemove,
}: {
  readonly party: PartyDraft;
  readonly marks: readonly SeatMark[];
  readonly onMark: (personId: string, mark: SeatMark) => void;
  readonly onAdd: (person: PickedPerson) => void;
  readonly onRemove: (personId: string) => void;
}) {
  return (
    <Card
      title={party.name}
      aside={
        <span class="lx-hint">{text("meetings.setUp.seats", { have: party.people.length, want: party.wanted, kind: t(`meetings.seat.${party.kind}`) })}</span>
      }
    >
      <ul>
        {party.people.map(({ id, name, marks: marked }) => (
          <li key={id}>
            {name}{" "}
            <Button look="plain" aria-label={`${text("meetings.people.remove")} ${name}`} onClick={() => onRemove(id)}>
              {text("meetings.people.remove")}
            </Button>
            {marks.map((mark) => (
              <label key={mark} class="lx-choice" data-checked={marked.includes(mark)}>
                <input type="checkbox" checked={marked.includes(mark)} onChange={() => onMark(id, mark)} />
                <span>
                  {text(`meetings.group.${mark}`)}
                  <span class="lx-sr">{name}</span>
                </span>
              </label>
            ))}
          </li>
        ))}
      </ul>
      <PersonPicker label={text("meetings.people.who")} onPick={onAdd} />
    </Card>
  );
}
