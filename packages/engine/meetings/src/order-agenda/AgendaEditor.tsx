import { useSignal } from "@preact/signals";
import { browserPorts, Button, Card, ErrorNotice, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";
import { addLine, agendaOf, changeLine, countMinutes, mayGoUnder, moveLine, type AgendaLine, type SentLine } from "../convene-meeting/agenda-lines.js";
import { mostItems } from "../words.js";
import { AgendaRow } from "./AgendaRow.js";

interface EditorProps {
  readonly start: readonly AgendaLine[];
  /** How long the meetings of the body usually are. */
  readonly usualMinutes: number;
  /** How many items it may have; what a list of a month compiled has no such end. */
  readonly most?: number;
  readonly submit: string;
  readonly send: (items: SentLine[], idempotencyKey: string) => Promise<unknown>;
}

function OwnTitle({ value, onInput, onAdd }: { readonly value: string; readonly onInput: (value: string) => void; readonly onAdd: () => void }) {
  return (
    <div class="agenda-own">
      <div class="lx-field">
        <label for="own-title">{text("meetings.convene.ownTitle")}</label>
        <input id="own-title" class="lx-input" maxLength={100} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      </div>
      <Button aria-disabled={value.trim() === ""} onClick={onAdd}>
        {text("meetings.agenda.add")}
      </Button>
    </div>
  );
}

/** What comes onto an agenda, for how long, in what order, and what stands under what; by touch and keyboard alike. */
export function AgendaEditor({ start, usualMinutes, most = mostItems, submit, send }: EditorProps) {
  const [lines, own, failed, key] = [useSignal(start), useSignal(""), useSignal<unknown>(undefined), useSignal(browserPorts.newKey())];
  const isOrdering = useSignal(false);
  const agenda = agendaOf(lines.value, own.value);
  const over = countMinutes(agenda) - usualMinutes;
  const isReady = agenda.length > 0 && agenda.length <= most;
  const addOwn = () => {
    if (own.value.trim() === "") return;
    lines.value = addLine(lines.value, own.value.trim());
    own.value = "";
  };
  const go = () =>
    send(agenda, key.value).catch((error: unknown) => {
      failed.value = error;
      key.value = browserPorts.newKey();
    });
  const unfinished = start.filter(({ partId }) => partId).length;
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {unfinished > most && <Notice>{text("meetings.agenda.firstOnes", { count: unfinished, most })}</Notice>}
      <Card title={text("meetings.convene.agenda")}>
        <div class="lx-stack">
          {lines.value.length === 0 && <p class="lx-hint">{text("meetings.convene.noMatters")}</p>}
          <ul class="convene-lines">
            {lines.value.map((line) => (
              <AgendaRow
                key={line.key}
                line={line}
                mayGoUnder={mayGoUnder(lines.value, line.key)}
                onChange={(changes) => (lines.value = changeLine(lines.value, line.key, changes))}
                isOrdering={isOrdering.value}
                onMove={(by) => (lines.value = moveLine(lines.value, line.key, by))}
              />
            ))}
          </ul>
          {lines.value.filter(({ isTicked }) => isTicked).length > 1 && (
            <div>
              <Button aria-pressed={isOrdering.value} onClick={() => (isOrdering.value = !isOrdering.value)}>
                {text(isOrdering.value ? "meetings.agenda.ordered" : "meetings.agenda.order")}
              </Button>
            </div>
          )}
          <OwnTitle value={own.value} onInput={(value) => (own.value = value)} onAdd={addOwn} />
          <p role="status">
            {text("meetings.convene.total", { minutes: countMinutes(agenda) })}{" "}
            {over > 0 && <strong class="convene-over">{text("meetings.convene.over", { over })}</strong>}{" "}
            {agenda.length > most && <strong class="convene-over">{text("meetings.agenda.tooMany", { count: agenda.length, most })}</strong>}
          </p>
        </div>
      </Card>
      <div class="lx-actions">
        <Button look="filled" aria-disabled={!isReady} onClick={() => isReady && void go()}>
          {submit}
        </Button>
      </div>
    </div>
  );
}
