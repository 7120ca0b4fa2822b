import { Button, Card, dayText, Status, t } from "@lianxin/web-kit";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownNotice } from "./NoticePage.js";

type Objection = ShownNotice["objections"][number];
interface ListProps {
  readonly notice: ShownNotice;
  readonly reload: () => Promise<void>;
}

function AnswerForm({ objectionId, reload }: { readonly objectionId: string; readonly reload: () => Promise<void> }) {
  const send = (answer: string, isUpheld: boolean) =>
    api("POST /objections/:objectionId/answer", { params: { objectionId }, body: { answer, isUpheld } }).then(reload);
  const form = useForm({
    start: { answer: "" },
    check: ({ answer }) => ({ answer: needed(answer, text("meetings.posted.answer")) }),
    send: ({ answer }) => send(answer, false),
    draft: { key: `meetings.answer.${objectionId}`, fields: ["answer"] },
  });
  const uphold = () => form.values.value.answer.trim() !== "" && void send(form.values.value.answer, true);
  return (
    <Form form={form} submit={text("meetings.posted.keep")} aside={<Button onClick={uphold}>{text("meetings.posted.uphold")}</Button>}>
      <TextArea name="answer" label={text("meetings.posted.answer")} hint={text("meetings.posted.answerIsPublic")} rows={2} maxLength={2000} />
    </Form>
  );
}

function One({ objection, reload }: { readonly objection: Objection; readonly reload: () => Promise<void> }) {
  const { id, words, name, state, raisedAt, answer, answeredBy } = objection;
  return (
    <li class="lx-stack">
      <p>
        {words} <span class="lx-hint">{`${name ?? text("meetings.posted.somebody")} ${dayText(raisedAt)}`}</span>{" "}
        <Status kind={state === "received" ? "check" : "done"} word={t(`meetings.objection.${state}`)} />
      </p>
      {answer && <p>{text("meetings.posted.answeredBy", { name: answeredBy ?? "", answer })}</p>}
      {state === "received" && <AnswerForm objectionId={id} reload={reload} />}
    </li>
  );
}

/** What was said against a notice, for those who answer it. */
export const ObjectionList = ({ notice, reload }: ListProps) => (
  <Card title={text("meetings.posted.objections")}>
    {notice.objections.length === 0 && <p class="lx-hint">{text("meetings.posted.none")}</p>}
    <ul>
      {notice.objections.map((objection) => (
        <One key={objection.id} objection={objection} reload={reload} />
      ))}
    </ul>
  </Card>
);

/** Taken down before its time: the reason is asked, for anybody may read it. */
export function WithdrawForm({ noticeId, reload }: { readonly noticeId: string; readonly reload: () => Promise<void> }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.posted.reason")) }),
    send: ({ reason }) => api("POST /public-notices/:noticeId/withdrawal", { params: { noticeId }, body: { reason } }),
    onDone: reload,
  });
  return (
    <details>
      <summary>{text("meetings.posted.withdraw")}</summary>
      <Form form={form} submit={text("meetings.posted.withdraw")}>
        <TextArea name="reason" label={text("meetings.posted.reason")} rows={2} maxLength={1000} />
      </Form>
    </details>
  );
}
