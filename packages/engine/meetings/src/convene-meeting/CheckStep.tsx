import { useSignal } from "@preact/signals";
import { Button, ButtonLink, Card, dayText, Notice, PageHead, SummaryList, whenText } from "@lianxin/web-kit";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { AgendaList } from "../order-agenda/AgendaList.js";
import { api, text, type Draft } from "../api.js";
import { tellNeed } from "./need-words.js";
import type { StepProps } from "./PeopleStep.js";
import { addressOfStep, type StepName } from "./Steps.js";

/** The notice cannot be up in time: another time, or an urgent meeting with its reason written down. */
function LateChoice({ draft, isUrgent, onUrgent }: { readonly draft: Draft; readonly isUrgent: boolean; readonly onUrgent: () => void }) {
  return (
    <Notice kind="warning">
      <p>{text("meetings.check.late", { day: draft.postBy ? dayText(draft.postBy) : "" })}</p>
      <div class="lx-actions">
        <ButtonLink href={addressOfStep(draft.id, "time")}>{text("meetings.check.otherTime")}</ButtonLink>
        <Button aria-pressed={isUrgent} onClick={onUrgent}>
          {text("meetings.check.urgent")}
        </Button>
      </div>
    </Notice>
  );
}

/** Step 5: everything once more, each line with its change; then the one act that tells others. */
export function CheckStep({ draft, reload }: StepProps) {
  const isUrgent = useSignal(false);
  const change = (step: StepName) => ({ word: text("meetings.check.change"), href: addressOfStep(draft.id, step) });
  const form = useForm({
    start: { lateReason: "" },
    check: ({ lateReason }) => ({ lateReason: draft.isLate ? needed(lateReason, text("meetings.check.lateReason")) : undefined }),
    send: ({ lateReason }, idempotencyKey) =>
      api("POST /meetings/:meetingId/publication", { params: { meetingId: draft.id }, body: lateReason ? { lateReason } : {}, idempotencyKey }),
    onDone: reload,
    draft: { key: `meetings.late.${draft.id}`, fields: ["lateReason"] },
  });
  const rows = [
    { label: text("meetings.check.agenda"), value: <AgendaList items={draft.items} show={({ title }) => title} />, change: change("agenda") },
    { label: text("meetings.check.people"), value: tellNeed(draft), change: change("people") },
    { label: text("meetings.check.when"), value: draft.startsAt && whenText(draft.startsAt, draft.endsAt ?? undefined), change: change("time") },
    { label: text("meetings.check.where"), value: draft.venueName, change: change("time") },
    { label: text("meetings.check.postBy"), value: draft.postBy ? dayText(draft.postBy) : text("meetings.check.noNotice"), change: change("notice") },
  ];
  return (
    <>
      <PageHead title={text("meetings.check.heading")} />
      <Card title={draft.title}>
        <SummaryList rows={rows} />
      </Card>
      {draft.isLate && <LateChoice draft={draft} isUrgent={isUrgent.value} onUrgent={() => (isUrgent.value = true)} />}
      <Notice>{text("meetings.check.after", { count: draft.people.length })}</Notice>
      {(!draft.isLate || isUrgent.value) && (
        <Form form={form} submit={text("meetings.check.publish")}>
          {draft.isLate && <TextArea name="lateReason" label={text("meetings.check.lateReason")} maxLength={1000} />}
        </Form>
      )}
    </>
  );
}
