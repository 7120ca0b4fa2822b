import { useState } from "preact/hooks";
import { Notice } from "@lianxin/web-kit";
import { FileField, Form, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import "../hold-day/Day.css";

interface Imported {
  /** What became of the lines that were taken. */
  readonly said: string;
  readonly refused: readonly { readonly line: number; readonly problem: string; readonly remedy: string }[];
}
interface ImportFormProps {
  /** Which columns the list has. */
  readonly hint: string;
  readonly send: (file: File) => Promise<Imported>;
  readonly onDone: () => Promise<unknown>;
}

/** A list of people from a file: what became of it, and each line that was not taken, with why. */
export function ImportForm({ hint, send, onDone }: ImportFormProps) {
  const [result, setResult] = useState<Imported | undefined>(undefined);
  const form = useForm({
    start: { file: undefined as File | undefined },
    check: ({ file }) => ({ file: file ? undefined : text("volunteer-days.import.choose") }),
    send: ({ file }) => send(file!),
    onDone: async (answer) => {
      setResult(answer);
      await onDone();
    },
  });
  return (
    <details class="day-more">
      <summary>{text("volunteer-days.import.submit")}</summary>
      <Form form={form} submit={text("volunteer-days.import.submit")} look="soft">
        <FileField name="file" label={text("volunteer-days.import.choose")} hint={hint} accept=".xlsx,.csv" />
      </Form>
      {result && (
        <Notice kind={result.refused.length > 0 ? "warning" : "done"}>
          <p>{result.said}</p>
          <ul>
            {result.refused.map(({ line, problem, remedy }) => (
              <li key={line}>{text("volunteer-days.import.refused", { line, problem, remedy })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </details>
  );
}
