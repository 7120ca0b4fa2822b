import { needed, neededChoice, TextArea, TextField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { PartField } from "../keep-ledger/PartField.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

export const MergeButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.merge")}
    title={text("commitments.merge.title", { title: line.title })}
    done={text("commitments.done.merge")}
    start={{ search: "", intoId: "", reason: "" }}
    check={({ intoId, reason }) => ({
      intoId: neededChoice(intoId, text("commitments.field.into")),
      reason: needed(reason, text("commitments.field.reason")),
    })}
    send={({ intoId, reason }, idempotencyKey) =>
      api("POST /parts/:partId/merging", { params: { partId: line.partId }, body: { intoId, reason }, idempotencyKey })
    }
    onDone={onDone}
  >
    {({ search }) => (
      <>
        <TextField name="search" label={text("commitments.search")} isOptional maxLength={50} />
        <PartField name="intoId" label={text("commitments.field.into")} line={line} search={search} />
        <TextArea name="reason" label={text("commitments.field.reason")} rows={2} maxLength={2000} />
      </>
    )}
  </VerbButton>
);

export const DropButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.drop")}
    title={text("commitments.drop.title", { title: line.title })}
    done={text("commitments.done.drop")}
    start={{ reason: "" }}
    check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
    send={(body, idempotencyKey) => api("POST /parts/:partId/withdrawal", { params: { partId: line.partId }, body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.drop.hint")} maxLength={2000} />
  </VerbButton>
);

export const RestoreButton = ({ line, onDone }: VerbProps) => (
  <PlainVerb
    verb={text("commitments.verb.restore")}
    done={text("commitments.done.restore")}
    send={(idempotencyKey) => api("POST /parts/:partId/restoring", { params: { partId: line.partId }, idempotencyKey })}
    onDone={onDone}
  />
);
