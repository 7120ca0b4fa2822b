import { Await, useLoaded } from "@lianxin/web-kit";
import { needed, neededChoice, SelectField, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** The first page of what is not closed, to choose the line that stays. */
const readOthers = () => api("GET /ledger", { query: { filter: "all" } });

export function MergeButton({ line, onDone }: VerbProps) {
  const others = useLoaded(readOthers, []);
  return (
    <VerbButton
      verb={text("commitments.verb.merge")}
      title={text("commitments.merge.title", { title: line.title })}
      done={text("commitments.done.merge")}
      start={{ intoId: "", reason: "" }}
      check={({ intoId, reason }) => ({
        intoId: neededChoice(intoId, text("commitments.field.into")),
        reason: needed(reason, text("commitments.field.reason")),
      })}
      send={(body, idempotencyKey) => api("POST /parts/:partId/merging", { params: { partId: line.partId }, body, idempotencyKey })}
      onDone={onDone}
    >
      <Await of={others}>
        {({ lines }) => (
          <SelectField
            name="intoId"
            label={text("commitments.field.into")}
            empty={text("commitments.field.choose")}
            choices={lines
              .filter(({ partId, light }) => partId !== line.partId && light !== "done")
              .map(({ partId, title }) => ({ value: partId, label: title }))}
          />
        )}
      </Await>
      <TextArea name="reason" label={text("commitments.field.reason")} rows={2} maxLength={2000} />
    </VerbButton>
  );
}

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
