import { t } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, SelectField, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { blockKinds, type BlockKind } from "./block-kinds.js";

interface Values {
  readonly kind: string;
  readonly reason: string;
  readonly reviewOn: string;
}

export const BlockButton = ({ line, onDone }: VerbProps) => (
  <VerbButton<Values>
    verb={text("commitments.verb.block")}
    title={text("commitments.block.title", { title: line.title })}
    done={text("commitments.done.block")}
    start={{ kind: "", reason: "", reviewOn: "" }}
    check={({ kind, reason, reviewOn }) => ({
      kind: neededChoice(kind, text("commitments.field.blockKind")),
      reason: needed(reason, text("commitments.field.reason")),
      reviewOn: neededChoice(reviewOn, text("commitments.field.reviewOn")),
    })}
    send={({ kind, ...body }, idempotencyKey) =>
      api("POST /commitments/:commitmentId/blocks", {
        params: { commitmentId: line.commitmentId! },
        body: { ...body, kind: kind as BlockKind },
        idempotencyKey,
      })
    }
    onDone={onDone}
  >
    <p>{text("commitments.block.hint")}</p>
    <SelectField
      name="kind"
      label={text("commitments.field.blockKind")}
      empty={text("commitments.field.choose")}
      choices={blockKinds.map((kind) => ({ value: kind, label: t(`commitments.block.kind.${kind}`) }))}
    />
    <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
    <DayField name="reviewOn" label={text("commitments.field.reviewOn")} />
  </VerbButton>
);

export const LiftButton = ({ line, onDone }: VerbProps) => (
  <PlainVerb
    verb={text("commitments.verb.lift")}
    done={text("commitments.done.lift")}
    send={(idempotencyKey) => api("POST /commitments/:commitmentId/blocks/lifting", { params: { commitmentId: line.commitmentId! }, idempotencyKey })}
    onDone={onDone}
  />
);
