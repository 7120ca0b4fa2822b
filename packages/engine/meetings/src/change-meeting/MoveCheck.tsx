import { useLocation } from "preact-iso";
import { Button, Card, SummaryList, whenText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { KeptSlot } from "../convene-meeting/TimeStep.js";
import type { Changing } from "./ChangePage.js";
import { WhoIsTold } from "./WhoIsTold.js";

interface MoveProps {
  readonly changing: Changing;
  readonly slot: KeptSlot;
  readonly place: string;
  readonly onBack: () => void;
}

/** The old time and the new one, who will be told, and the act. */
export function MoveCheck({ changing: { draft, people }, slot, place, onBack }: MoveProps) {
  const { route } = useLocation();
  const form = useForm({
    start: { lateReason: "" },
    send: ({ lateReason }) =>
      api("POST /meetings/:meetingId/rescheduling", { params: { meetingId: draft.id }, body: { ...slot, ...(lateReason ? { lateReason } : {}) } }),
    onDone: ({ mailed }) => {
      toast(mailed > 0 ? text("meetings.change.moved", { count: mailed }) : text("meetings.change.movedQuietly"));
      route(`/meetings/${draft.id}/prepare`);
    },
  });
  const startsAt = Date.parse(`${slot.startsAt}+08:00`);
  const ends = new Date(startsAt + draft.minutes * 60_000).toISOString();
  const rows = [
    { label: text("meetings.change.from"), value: draft.startsAt && whenText(draft.startsAt, draft.endsAt ?? undefined) },
    { label: text("meetings.change.to"), value: whenText(new Date(startsAt).toISOString(), ends) },
    { label: text("meetings.check.where"), value: place },
  ];
  return (
    <>
      <Card title={draft.title}>
        <SummaryList rows={rows} />
      </Card>
      <Card title={text("meetings.change.whoIsTold")}>
        <WhoIsTold people={people} words="moved" />
        <p>{text("meetings.change.afresh")}</p>
      </Card>
      <Form form={form} submit={text("meetings.change.move")} aside={<Button onClick={onBack}>{text("meetings.change.back")}</Button>}>
        <TextArea name="lateReason" label={text("meetings.check.lateReason")} hint={text("meetings.change.lateHint")} isOptional maxLength={1000} />
      </Form>
    </>
  );
}
