import { dayText, Meta, t, timeText } from "@lianxin/web-kit";
import { text, type MatterAnswer } from "../api.js";

const whoOf = (byName: string | null, forName: string | null): string | null =>
  byName !== null && forName !== null && byName !== forName ? text("matters.timeline.for", { by: byName, for: forName }) : byName;

/** What happened, in order, each with who did it for whom. */
export const Timeline = ({ entries }: { readonly entries: MatterAnswer["timeline"] }) => (
  <ol>
    {entries.map(({ move, at, byName, forName, note }, index) => (
      <li key={index}>
        <Meta>
          <strong>{t(`matters.move.${move}`)}</strong>
          {whoOf(byName, forName)}
          <span class="lx-hint">{`${dayText(at)} ${timeText(at)}`}</span>
        </Meta>
        {note && <p>{note}</p>}
      </li>
    ))}
  </ol>
);
