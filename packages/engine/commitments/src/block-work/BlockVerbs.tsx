import { t } from "@lianxin/web-kit";
import { DayField, needed, neededChoice, SelectField, TextArea, TextField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { PartField } from "../keep-ledger/PartField.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { blockKinds, type BlockKind } from "./block-kinds.js";

interface Values {
  readonly kind: string;
  readonly reason: string;
  readonly reviewOn: string;
  readonly search: string;
  readonly waitsForId: string;
}

export const BlockButton = ({ line, onDone }: VerbProps) => (
  <VerbButton<Values>
    verb={text("commitments.verb.block")}
    title={text("commitments.block.title", { title: line.title })}
    done={text("commitments.done.block")}
    start={{ kind: "", reason: "", reviewOn: "", search: "", waitsForId: "" }}
    check={({ kind, reason, reviewOn, waitsForId }) => ({
      kind: neededChoice(kind, text("commitments.field.blockKind")),
      waitsForId: kind === "other_part" ? neededChoice(waitsForId, text("commitments.field.waitsFor")) : undefined,
      reason: needed(reason, text("commitments.field.reason")),
      reviewOn: neededChoice(reviewOn, text("commitments.field.reviewOn")),
    })}
    send={({ kind, waitsForId, search: _, ...body }, idempotencyKey) =>
      api("POST /commitments/:commitmentId/blocks", {
        params: { commitmentId: line.commitmentId! },
        body: { ...body, kind: kind as BlockKind, ...(kind === "other_part" ? { waitsForId } : {}) },
        idempotencyKey,
      })
    }
    onDone={onDone}
  >
    {({ kind, search }) => (
      <>
        <p>{text("commitments.block.hint")}</p>
        <SelectField
          name="kind"
          label={text("commitments.field.blockKind")}
          empty={text("commitments.field.choose")}
          choices={blockKinds.map((each) => ({ value: each, label: t(`commitments.block.kind.${each}`) }))}
        />
        {kind === "other_part" && (
          <>
            <TextField name="search" label={text("commitments.search")} isOptional maxLength={50} />
            <PartField name="waitsForId" label={text("commitments.field.waitsFor")} line={line} search={search} />
          </>
        )}
        <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
        <DayField name="reviewOn" label={text("commitments.field.reviewOn")} />
      </>
    )}
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
