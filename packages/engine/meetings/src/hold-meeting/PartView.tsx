import { useSignal } from "@preact/signals";
import { Button, dayText, Status, t, type StatusKind } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, SelectField, TextArea, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import { fallbacks } from "../words.js";
import { ClaimForm } from "./ClaimBoard.js";
import type { PickedPerson } from "../set-up-body/PersonPicker.js";
import type { RoomState } from "./use-room.js";

type Part = RoomAnswer["parts"][number];
interface PartProps {
  readonly part: Part;
  readonly send: RoomState["send"];
}

function PutOff({ part, send }: PartProps) {
  const form = useForm({
    start: { reason: "", reviewOn: "", chairNote: "" },
    check: ({ reason, reviewOn }) => ({
      reason: needed(reason, text("meetings.item.reason")),
      reviewOn: neededChoice(reviewOn, text("meetings.claim.reviewOn")),
    }),
    send: ({ reason, reviewOn, chairNote }) => send({ kind: "deferPart", partId: part.id, reason, reviewOn, ...(chairNote.trim() && { chairNote }) }),
  });
  return (
    <details>
      <summary>{text("meetings.claim.putOff")}</summary>
      <Form form={form} submit={text("meetings.claim.putOff")}>
        <TextArea name="reason" label={text("meetings.item.reason")} maxLength={1000} />
        <DayField name="reviewOn" label={text("meetings.claim.reviewOn")} />
        <TextArea name="chairNote" label={text("meetings.claim.chairNote")} hint={text("meetings.claim.chairNote.hint")} rows={2} maxLength={1000} isOptional />
      </Form>
    </details>
  );
}

function Seek({ part, send }: PartProps) {
  const form = useForm({
    start: { until: "", fallback: fallbacks[0] as (typeof fallbacks)[number] },
    check: ({ until }) => ({ until: neededChoice(until, text("meetings.claim.seekUntil")) }),
    send: ({ until, fallback }) => send({ kind: "seekOwner", partId: part.id, until, fallback }),
  });
  return (
    <details>
      <summary>{text("meetings.claim.seek")}</summary>
      <Form form={form} submit={text("meetings.claim.seek")}>
        <DayField name="until" label={text("meetings.claim.seekUntil")} />
        <SelectField
          name="fallback"
          label={text("meetings.claim.fallback")}
          choices={fallbacks.map((value) => ({ value, label: t(`meetings.fallback.${value}`) }))}
        />
      </Form>
    </details>
  );
}

/** Written down wrongly, the part itself or who leads it: it goes, and is written once more. */
function Drop({ part, send }: PartProps) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.item.reason")) }),
    send: ({ reason }) => send({ kind: "dropPart", partId: part.id, reason }),
  });
  return (
    <details>
      <summary>{text("meetings.claim.drop")}</summary>
      <Form form={form} submit={text("meetings.claim.dropSubmit")}>
        <TextArea name="reason" label={text("meetings.item.reason")} hint={text("meetings.claim.dropHint")} rows={2} maxLength={1000} />
      </Form>
    </details>
  );
}

function Standing({ part: { owner, deferred, search } }: { readonly part: Part }) {
  return (
    <>
      {owner && (
        <p>
          <Status kind={owner.light as StatusKind} />{" "}
          {text("meetings.claim.owned", { lead: owner.organization, person: owner.person, day: dayText(owner.dueOn) })}
          {owner.conditions !== null && text("meetings.claim.onCondition", { conditions: owner.conditions })}
          {owner.supporting.length > 0 && text("meetings.claim.supportedBy", { names: owner.supporting.join("、") })}
        </p>
      )}
      {deferred && (
        <p>
          <Status kind="hold" /> {text("meetings.claim.deferredTo", { reason: deferred.reason, day: dayText(deferred.reviewOn) })}
        </p>
      )}
      {!owner && !deferred && <Status kind="gap" word={text("meetings.claim.gap")} />}
      {!owner && !deferred && search && (
        <p>{text("meetings.claim.sought", { day: dayText(search.until), fallback: t(`meetings.fallback.${search.fallback}`) })}</p>
      )}
    </>
  );
}

/** One piece of work, of a decision or a line on the agenda: who leads it, or the forms that end the gap. A led line can still be put off. */
export function PartView({
  part,
  people,
  send,
  mayRecord,
  isLine = false,
  isTaken = false,
}: PartProps & {
  readonly people: readonly PickedPerson[];
  readonly mayRecord: boolean;
  readonly isLine?: boolean;
  readonly isTaken?: boolean;
}) {
  const isOpen = useSignal(false);
  const { owner, deferred } = part;
  // What was put off before this meeting and stands on its agenda is there to be taken or put off again.
  const isGap = !owner && (!deferred || isTaken);
  return (
    <article class="meeting-part" data-gap={isGap}>
      <h3>{part.title}</h3>
      {part.standard !== "" && <p class="lx-hint">{text("meetings.claim.standardIs", { standard: part.standard })}</p>}
      <Standing part={part} />
      {isGap && mayRecord && !isOpen.value && (
        <Button look="soft" aria-label={`${text("meetings.claim.name")} ${part.title}`} onClick={() => (isOpen.value = true)}>
          {text("meetings.claim.name")}
        </Button>
      )}
      {isGap && mayRecord && isOpen.value && <ClaimForm part={part} people={people} send={send} />}
      {mayRecord && (!deferred || isTaken) && (isLine || !owner) && <PutOff part={part} send={send} />}
      {isGap && mayRecord && <Seek part={part} send={send} />}
      {mayRecord && !isLine && <Drop part={part} send={send} />}
    </article>
  );
}
