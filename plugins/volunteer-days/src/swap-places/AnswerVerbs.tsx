import { useState } from "preact/hooks";
import { Button, ErrorNotice, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";

interface AnswerVerbsProps {
  readonly yes: string;
  readonly no: string;
  /** Gives the private link of the place that is theirs now. */
  readonly accept: () => Promise<{ readonly link: string }>;
  readonly decline: () => Promise<unknown>;
}

/** Yes or no to a question that came by message; no has no consequence. */
export function AnswerVerbs({ yes, no, accept, decline }: AnswerVerbsProps) {
  const [isDeclined, setDeclined] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const say = (answer: () => Promise<unknown>) => void answer().catch(setError);
  if (isDeclined) return <Notice kind="done">{text("volunteer-days.answer.declined")}</Notice>;
  return (
    <div class="lx-stack">
      {error !== undefined && <ErrorNotice error={error} />}
      <Button look="filled" isWide onClick={() => say(async () => location.assign((await accept()).link))}>
        {yes}
      </Button>
      <Button isWide onClick={() => say(async () => setDeclined((await decline()) !== undefined))}>
        {no}
      </Button>
      <p class="lx-hint">{text("volunteer-days.answer.free")}</p>
    </div>
  );
}
