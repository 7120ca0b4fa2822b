import { needed, TextArea } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { VerbButton } from "./VerbButton.js";

interface DecideProps {
  readonly yes: string;
  readonly no: string;
  readonly done: string;
  readonly send: (isYes: boolean, note: string, idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** Yes, or no with the reason: both of a size. */
export const DecideButtons = ({ yes, no, done, send, onDone }: DecideProps) => (
  <div class="lx-actions">
    <VerbButton verb={yes} title={yes} done={done} start={{ note: "" }} send={({ note }, key) => send(true, note, key)} onDone={onDone}>
      <TextArea name="note" label={text("commitments.check.note")} isOptional maxLength={2000} />
    </VerbButton>
    <VerbButton
      verb={no}
      title={no}
      done={done}
      start={{ note: "" }}
      check={({ note }) => ({ note: needed(note, text("commitments.field.reason")) })}
      send={({ note }, key) => send(false, note, key)}
      onDone={onDone}
    >
      <TextArea name="note" label={text("commitments.field.reason")} maxLength={2000} />
    </VerbButton>
  </div>
);
