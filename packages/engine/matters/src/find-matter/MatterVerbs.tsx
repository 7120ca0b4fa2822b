import { addressOf, ButtonLink } from "@lianxin/web-kit";
import { ClipboardCheck, Printer } from "@lianxin/web-kit/icons";
import { api, text, type MatterAnswer } from "../api.js";
import { AnswerButton } from "../answer-matter/AnswerButton.js";
import { EscalateButton } from "../escalate-matter/EscalateButton.js";
import { HandOutButton } from "../hand-out/HandOutButton.js";
import { MergeButton } from "../merge-matters/MergeButton.js";
import { UnmergeButton } from "../merge-matters/UnmergeButton.js";
import { ReferButton } from "../refer-matter/ReferButton.js";
import { SayButton } from "../say-words/SayButton.js";
import { SplitButton } from "../split-matter/SplitButton.js";
import { UnsplitButton } from "../split-matter/UnsplitButton.js";

interface VerbsProps {
  readonly matter: Pick<MatterAnswer, "id" | "verbs" | "openWork">;
  readonly onDone: () => Promise<void>;
}

function WordVerbs({ matter: { id, verbs }, onDone }: VerbsProps) {
  const params = { matterId: id };
  const words = (name: "recall" | "reopen" | "withdraw" | "withdrawFor") => ({
    verb: text(`matters.verb.${name === "withdrawFor" ? "withdraw" : name}`),
    title: text(`matters.${name}.title`),
    label: text(`matters.${name}.reason`),
    done: text(`matters.${name}.done`),
    onDone,
  });
  return (
    <>
      {verbs.includes("recall") && (
        <SayButton
          {...words("recall")}
          hint={text("matters.recall.hint")}
          send={(reason, idempotencyKey) => api("POST /matters/:matterId/recall", { params, body: { reason }, idempotencyKey })}
        />
      )}
      {verbs.includes("reopen") && (
        <SayButton
          {...words("reopen")}
          send={(reason, idempotencyKey) => api("POST /matters/:matterId/reopening", { params, body: { reason }, idempotencyKey })}
        />
      )}
      {verbs.includes("withdraw") && (
        <SayButton
          {...words("withdraw")}
          isOptional
          send={(reason, idempotencyKey) => api("POST /matters/:matterId/withdrawal", { params, body: { reason }, idempotencyKey })}
        />
      )}
      {verbs.includes("withdrawFor") && (
        <SayButton
          {...words("withdrawFor")}
          send={(reason, idempotencyKey) => api("POST /matters/:matterId/withdrawal", { params, body: { reason }, idempotencyKey })}
        />
      )}
    </>
  );
}

/** What can be done with a matter now, the likeliest first; and its papers. */
export function MatterVerbs(props: VerbsProps) {
  const { id, verbs } = props.matter;
  return (
    <>
      {verbs.includes("screen") && (
        <ButtonLink href={`/matters/${id}/screen`} look="filled" icon={ClipboardCheck}>
          {text("matters.verb.screen")}
        </ButtonLink>
      )}
      {verbs.includes("handOut") && <HandOutButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("refer") && <ReferButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("split") && <SplitButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("unsplit") && <UnsplitButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("merge") && <MergeButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("unmerge") && <UnmergeButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("escalate") && <EscalateButton matterId={id} onDone={props.onDone} />}
      {verbs.includes("answer") && <AnswerButton matter={props.matter} onDone={props.onDone} />}
      <WordVerbs {...props} />
      <ButtonLink href={addressOf("matters", "/matters/:matterId/answer-slip", { matterId: id })} download look="plain" icon={Printer}>
        {text("matters.print.slip")}
      </ButtonLink>
      <ButtonLink href={addressOf("matters", "/matters/:matterId/journey", { matterId: id })} download look="plain" icon={Printer}>
        {text("matters.print.journey")}
      </ButtonLink>
    </>
  );
}
