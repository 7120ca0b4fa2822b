import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { addressOf, browserPorts, Button, ButtonLink, Card, dateOf, dayText, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, neededChoice, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text, type RoomAnswer } from "../api.js";
import { WithdrawForm } from "../take-objections/ObjectionList.js";

interface AfterProps {
  readonly room: RoomAnswer;
  readonly reload: () => Promise<void>;
}

/** The page as anybody will read it, before it is frozen. */
function Preview({ meetingId, fromOn, days }: { readonly meetingId: string; readonly fromOn: string; readonly days: string }) {
  if (!fromOn || !isDays(days)) return null;
  const href = addressOf("meetings", "/meetings/:meetingId/public-minutes", { meetingId }, { fromOn, days });
  return (
    <p>
      <ButtonLink href={href} download>
        {text("meetings.after.preview")}
      </ButtonLink>
    </p>
  );
}

const isDays = (days: string): boolean => /^([1-9]|[1-5]\d|60)$/.test(days);

function PostForm({ room, reload }: AfterProps) {
  const form = useForm({
    start: { fromOn: dateOf(new Date(browserPorts.now()).toISOString()), days: String(room.publicationDays ?? 7) },
    tidy: { days: tidyDigits },
    check: ({ fromOn, days }) => ({
      fromOn: neededChoice(fromOn, text("meetings.after.from")),
      days: isDays(days) ? undefined : text("meetings.after.daysRule"),
    }),
    send: ({ fromOn, days }, idempotencyKey) =>
      api("POST /meetings/:meetingId/public-notice", { params: { meetingId: room.id }, body: { fromOn, days: Number(days) }, idempotencyKey }),
    onDone: reload,
  });
  return (
    <Form form={form} submit={text("meetings.after.post")}>
      <p class="lx-hint">{text("meetings.after.frozen")}</p>
      <DayField name="fromOn" label={text("meetings.after.from")} />
      <TextField
        name="days"
        label={text("meetings.after.days")}
        keyboard="numeric"
        width="short"
        {...(room.publicationDays !== null && { hint: text("meetings.after.daysLeast", { days: room.publicationDays }) })}
      />
      <Preview meetingId={room.id} {...form.values.value} />
    </Form>
  );
}

/** The minutes go by mail to everybody who was asked; who has no address is named, to be given them on paper. */
function MailMinutes({ meetingId }: { readonly meetingId: string }) {
  const [sent, failed] = [useSignal<{ readonly mailed: number; readonly byHand: readonly string[] } | undefined>(undefined), useSignal<unknown>(undefined)];
  const key = useRef(browserPorts.newKey());
  const send = () =>
    api("POST /meetings/:meetingId/minutes-letters", { params: { meetingId }, idempotencyKey: key.current }).then(
      (answer) => void ([sent.value, failed.value] = [answer, undefined]),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {sent.value === undefined ? (
        <div class="lx-actions">
          <Button onClick={() => void send()}>{text("meetings.after.mail")}</Button>
        </div>
      ) : (
        <p role="status">
          {text("meetings.after.mailed", { count: sent.value.mailed })}
          {sent.value.byHand.length > 0 && text("meetings.after.byHand", { names: sent.value.byHand.join("、") })}
        </p>
      )}
    </>
  );
}

/** The notice that is up; one for a day to come can be taken back here, for nobody else sees it yet. */
function Posted({
  notice: { id, fromOn },
  reload,
}: {
  readonly notice: { readonly id: string; readonly fromOn: string };
  readonly reload: () => Promise<void>;
}) {
  if (fromOn <= dateOf(new Date(browserPorts.now()).toISOString())) return <a href={`/meetings/notices/${id}`}>{text("meetings.after.posted")}</a>;
  return (
    <>
      <p>{text("meetings.after.postedLater", { day: dayText(fromOn) })}</p>
      {mayAnywhere("meetings.publish") && <WithdrawForm noticeId={id} reload={reload} />}
    </>
  );
}

/** After a meeting: the minutes are confirmed, sent to who was asked, then put up. */
export function AfterMeeting({ room, reload }: AfterProps) {
  const failed = useSignal<unknown>(undefined);
  const params = { meetingId: room.id };
  const fail = (error: unknown) => void (failed.value = error);
  const reopen = () => api("POST /meetings/:meetingId/minutes-reopening", { params }).then(reload, fail);
  const confirm = () =>
    api("POST /meetings/:meetingId/minutes-confirmation", { params }).then(async () => {
      await reload();
      toast(text("meetings.after.confirmed"), { undo: reopen });
    }, fail);
  const mayReopen = room.state === "minutes_confirmed" && mayAnywhere("meetings.chair");
  const mayConfirm = room.state === "minutes_draft" && mayAnywhere("meetings.chair");
  const mayPost = room.state === "minutes_confirmed" && mayAnywhere("meetings.publish");
  const mayWrite = room.state === "minutes_draft" && mayAnywhere("meetings.record");
  const mayMail = (room.state === "minutes_confirmed" || room.state === "published") && mayAnywhere("meetings.record");
  const mayRedact = mayAnywhere("meetings.publish");
  if (!mayWrite && !mayConfirm && !mayPost && room.state !== "published") return null;
  return (
    <Card title={text("meetings.after.heading")}>
      <div class="lx-stack">
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        <div class="lx-actions">
          {mayConfirm && (
            <Button look="filled" onClick={() => void confirm()}>
              {text("meetings.after.confirm")}
            </Button>
          )}
          {mayReopen && <Button onClick={() => void reopen()}>{text("meetings.after.reopen")}</Button>}
          {mayWrite && <ButtonLink href={`/meetings/${room.id}/minutes`}>{text("meetings.after.write")}</ButtonLink>}
          {mayRedact && <ButtonLink href={`/meetings/${room.id}/redaction`}>{text("meetings.redact.link")}</ButtonLink>}
        </div>
        {mayMail && <MailMinutes meetingId={room.id} />}
        {mayPost && <PostForm room={room} reload={reload} />}
        {room.state === "published" && room.notice && <Posted notice={room.notice} reload={reload} />}
      </div>
    </Card>
  );
}
