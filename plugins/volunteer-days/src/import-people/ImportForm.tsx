import { useState } from "preact/hooks";
import { Button, ErrorNotice, Notice } from "@lianxin/web-kit";
import { FileField, Form, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import type { ListKind, Looked } from "./lists.js";
import { PastImports } from "./PastImports.js";
import "../hold-day/Day.css";
import "./Import.css";

interface ImportFormProps {
  readonly list: ListKind;
  readonly onDone: () => Promise<unknown>;
}

/** Each line that would do something, on demand, and what is wrong with the others. */
const Look = ({ looked: { sum, lines, refused, told } }: { readonly looked: Looked }) => (
  <>
    <p>
      <strong>{sum}</strong>
    </p>
    {told && told.told > 0 && <p>{text("volunteer-days.import.willTell", { count: told.told })}</p>}
    {told && told.toCall.length > 0 && <p>{text("volunteer-days.import.willCall", { count: told.toCall.length, names: told.toCall.join("、") })}</p>}
    {refused.length > 0 && (
      <Notice kind="warning">
        <p>{text("volunteer-days.import.wrong", { count: refused.length })}</p>
        <ul>
          {refused.map(({ problem, remedy }, i) => (
            <li key={i}>
              {problem} <span class="lx-hint">{remedy}</span>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {lines.length > 0 && (
      <details class="day-more">
        <summary>{text("volunteer-days.import.each")}</summary>
        <ul class="import-lines">
          {lines.map(({ line, name, what }) => (
            <li key={line}>
              <span class="lx-hint lx-num">{text("volunteer-days.import.line", { line })}</span> {name} <span class="lx-hint">{what}</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
);

interface DecideProps extends ImportFormProps {
  readonly chosen: { readonly file: File; readonly looked: Looked };
  readonly onLeave: () => void;
}
/** What would come of the list; then it is brought in, or another one chosen. */
function Decide({ list, chosen: { file, looked }, onLeave, onDone }: DecideProps) {
  const [error, setError] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const bring = async () => {
    if (isSending) return;
    setSending(true);
    setError(undefined);
    const done = await list.bring(file).catch((refusal: unknown) => void setError(refusal));
    setSending(false);
    if (done === undefined) return;
    list.say(done);
    onLeave();
    await onDone();
  };
  return (
    <div class="lx-stack">
      <Look looked={looked} />
      {error !== undefined && <ErrorNotice error={error} />}
      <p class="lx-actions">
        {looked.isEmpty ? (
          <span class="lx-hint">{text("volunteer-days.import.nothingToDo")}</span>
        ) : (
          <Button look="filled" aria-disabled={isSending} onClick={() => void bring()}>
            {text("volunteer-days.import.go")}
          </Button>
        )}
        <Button onClick={onLeave}>{text("volunteer-days.import.other")}</Button>
      </p>
    </div>
  );
}

/** A list of people from a file: first what would come of it, then it is brought in; those brought in before can be taken back. */
export function ImportForm({ list, onDone }: ImportFormProps) {
  const [chosen, choose] = useState<DecideProps["chosen"] | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    start: { file: undefined as File | undefined },
    check: ({ file }) => ({ file: file ? undefined : text("volunteer-days.import.choose") }),
    send: async ({ file }) => ({ file: file!, looked: await list.look(file!) }),
    onDone: (answer) => choose(answer),
  });
  return (
    <details class="day-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{list.of === undefined ? text("volunteer-days.import.submit") : text("volunteer-days.import.submitOf", { title: list.of })}</summary>
      {chosen ? (
        <Decide list={list} chosen={chosen} onLeave={() => choose(undefined)} onDone={onDone} />
      ) : (
        <Form form={form} submit={text("volunteer-days.import.look")} look="soft">
          <FileField name="file" label={text("volunteer-days.import.choose")} hint={list.hint} accept=".xlsx,.csv" />
        </Form>
      )}
      {isOpen && !chosen && <PastImports list={list} onDone={onDone} />}
    </details>
  );
}
