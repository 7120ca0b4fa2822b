import { Button } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { AgendaLine } from "../convene-meeting/agenda-lines.js";
import "./Agenda.css";

interface RowProps {
  readonly line: AgendaLine;
  /** May it stand under the line before? */
  readonly mayGoUnder: boolean;
  readonly onChange: (changes: Partial<AgendaLine>) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Are lines being put in order now? */
  readonly isOrdering: boolean;
}

function Moves({ line, mayGoUnder, onChange, onMove }: Omit<RowProps, "isOrdering">) {
  const named = (word: string) => ({ "aria-label": text("meetings.agenda.of", { word, title: line.title }), look: "plain" as const });
  const [up, down] = [text("meetings.agenda.up"), text("meetings.agenda.down")];
  const nest = text(line.isUnder ? "meetings.agenda.out" : "meetings.agenda.under");
  return (
    <span class="agenda-moves">
      <Button {...named(up)} onClick={() => onMove(-1)}>
        {up}
      </Button>
      <Button {...named(down)} onClick={() => onMove(1)}>
        {down}
      </Button>
      {(line.isUnder || mayGoUnder) && (
        <Button {...named(nest)} onClick={() => onChange({ isUnder: !line.isUnder })}>
          {nest}
        </Button>
      )}
    </span>
  );
}

/** One line that is offered for the agenda: whether it comes, for how many minutes, and where it stands. */
export const AgendaRow = (props: RowProps) => (
  <li class="convene-line" data-under={props.line.isTicked && props.line.isUnder}>
    <label class="lx-choice" data-checked={props.line.isTicked}>
      <input type="checkbox" checked={props.line.isTicked} onChange={(event) => props.onChange({ isTicked: event.currentTarget.checked })} />
      <span>
        {props.line.title}
        {props.line.partId && <small>{text("meetings.convene.unfinished")}</small>}
      </span>
    </label>
    <label class="convene-minutes">
      <input
        class="lx-input"
        type="number"
        min={5}
        max={240}
        step={5}
        value={props.line.minutes}
        aria-label={text("meetings.convene.minutesFor", { title: props.line.title })}
        onInput={(event) => props.onChange({ minutes: Math.max(5, event.currentTarget.valueAsNumber || 5) })}
      />
      {text("meetings.convene.minutes")}
    </label>
    {props.line.isTicked && props.isOrdering && <Moves {...props} />}
  </li>
);
