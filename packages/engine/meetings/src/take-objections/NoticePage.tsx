import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { addressOf, Await, browserPorts, ButtonLink, Card, dateOf, dayText, Meta, Notice, PageHead, Status, t, useLoaded } from "@lianxin/web-kit";
import { Form, needed, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ObjectionList, WithdrawForm } from "./ObjectionList.js";

const load = (noticeId: string) => api("GET /public/notices/:noticeId/state", { params: { noticeId } });
export type ShownNotice = Awaited<ReturnType<typeof load>>;

const kinds = { up: "track", objected: "check", faulted: "check", settled: "done", withdrawn: "hold" } as const;

function daysLeft({ toOn }: ShownNotice): string {
  const days = Math.round((Date.parse(toOn) - Date.parse(dateOf(new Date(browserPorts.now()).toISOString()))) / 86_400_000);
  return days > 0 ? text("meetings.posted.daysLeft", { days }) : text("meetings.posted.lastDay");
}

function ObjectForm({ notice }: { readonly notice: ShownNotice }) {
  const isSent = useSignal(false);
  const form = useForm({
    start: { words: "", name: "" },
    check: ({ words }) => ({ words: needed(words, text("meetings.posted.words")) }),
    send: ({ words, name }, idempotencyKey) =>
      api("POST /public/notices/:noticeId/objections", { params: { noticeId: notice.id }, body: { words, ...(name && { name }) }, idempotencyKey }),
    onDone: () => void (isSent.value = true),
    draft: { key: `meetings.object.${notice.id}`, fields: ["words"] },
  });
  if (isSent.value) return <Notice>{text("meetings.posted.thanks")}</Notice>;
  return (
    <Card title={text("meetings.posted.object")}>
      <Form form={form} submit={text("meetings.posted.submit")}>
        <p class="lx-hint">{text("meetings.posted.objectHint")}</p>
        <TextArea name="words" label={text("meetings.posted.words")} maxLength={2000} />
        <TextField name="name" label={text("meetings.posted.name")} isOptional maxLength={50} />
      </Form>
      {notice.phone && <a href={`tel:${notice.phone}`}>{text("meetings.posted.call", { phone: notice.phone })}</a>}
    </Card>
  );
}

function Shown({ notice, reload }: { readonly notice: ShownNotice; readonly reload: () => Promise<void> }) {
  const { id, title, fromOn, toOn, state, endReason, endedAt, mayAnswer } = notice;
  const isOpen = state === "up" || state === "objected" || state === "faulted";
  const isOver = dateOf(new Date(browserPorts.now()).toISOString()) > toOn;
  return (
    <>
      <PageHead
        title={title}
        note={
          <Meta>
            {text("meetings.posted.window", { from: dayText(fromOn), to: dayText(toOn) })}
            {isOpen && !isOver && daysLeft(notice)}
            <Status kind={kinds[state as keyof typeof kinds]} word={t(`meetings.posting.${state}`)} />
          </Meta>
        }
      />
      {state === "withdrawn" ? (
        <Notice kind="warning">{text("meetings.posted.down", { day: endedAt ? dayText(endedAt) : "", reason: endReason ?? "" })}</Notice>
      ) : (
        <p>
          <ButtonLink href={addressOf("meetings", "/public/notices/:noticeId", { noticeId: id })} download>
            {text("meetings.posted.whole")}
          </ButtonLink>
        </p>
      )}
      {notice.takenOutAt.length > 0 && (
        <p class="lx-hint">{text("meetings.posted.takenOut", { days: notice.takenOutAt.map((at) => dayText(at)).join("、") })}</p>
      )}
      {!mayAnswer && <Answers answers={notice.answers} />}
      {isOpen && isOver && <p>{text("meetings.posted.over")}</p>}
      {isOpen && !isOver && !mayAnswer && <ObjectForm notice={notice} />}
      {mayAnswer && state === "faulted" && <Notice kind="warning">{text("meetings.posted.faulted")}</Notice>}
      {mayAnswer && <ObjectionList notice={notice} reload={reload} />}
      {mayAnswer && state !== "withdrawn" && <WithdrawForm noticeId={id} reload={reload} />}
    </>
  );
}

/** What the community answered while it was up: whoever raised it finds it here, without anybody being named. */
function Answers({ answers }: Pick<ShownNotice, "answers">) {
  if (answers.length === 0) return null;
  return (
    <Card title={text("meetings.posted.answers")}>
      <ul>
        {answers.map(({ id, isUpheld, answer, answeredAt }) => (
          <li key={id}>
            {answer} <span class="lx-hint">{dayText(answeredAt)}</span>{" "}
            <Status kind={isUpheld ? "check" : "done"} word={t(`meetings.objection.${isUpheld ? "upheld" : "answered"}`)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** For anyone: one notice, until when it is up, and the way to say that one is of another opinion. Who puts notices up answers here. */
export default function NoticePage() {
  const { id } = useRoute().params as { id: string };
  const notice = useLoaded(() => load(id), [id], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <Await of={notice}>{(found) => <Shown notice={found} reload={notice.reload} />}</Await>
    </div>
  );
}
