import { useLocation } from "preact-iso";
import { Await, Button, Card, ErrorNotice, Meta, Notice, PageHead, t, useLoaded, whenText } from "@lianxin/web-kit";
import { useSignal } from "@preact/signals";
import { api, text } from "../api.js";

type Invitation = Awaited<ReturnType<typeof load>>;
const load = async (key: string) => api("GET /invitations/:key", { params: { key } });
const answers = ["coming", "not_coming"] as const;

function Answers({ asked, answerKey, reload }: { readonly asked: Invitation; readonly answerKey: string; readonly reload: () => Promise<void> }) {
  const failed = useSignal<unknown>(undefined);
  const give = (answer: (typeof answers)[number]) =>
    api("POST /invitations/answer", { body: { key: answerKey, answer } }).then(
      () => ((failed.value = undefined), reload()),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {asked.rsvp !== "unanswered" && (
        <Notice kind="done">{text(asked.rsvp === "coming" ? "meetings.answer.kept.coming" : "meetings.answer.kept.not_coming")}</Notice>
      )}
      <div class="lx-actions">
        {answers.map((answer) => (
          <Button key={answer} look="soft" aria-pressed={asked.rsvp === answer} onClick={() => void give(answer)}>
            {t(`meetings.rsvp.${answer}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** For who holds the letter, without an account: what one is asked to, and the answer. Coming and not coming are equally large. */
export default function AnswerPage() {
  const { query } = useLocation();
  const key = query.key ?? "";
  const asked = useLoaded(() => load(key), [key]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={asked}>
        {(found) => (
          <>
            <PageHead title={text("meetings.answer.heading")} note={<Meta>{[found.title, found.number]}</Meta>} />
            <Card title={whenText(found.startsAt, found.endsAt)}>
              <div class="lx-stack">
                <p>{text("meetings.answer.where", { place: found.venueName })}</p>
                <ol>
                  {found.items.map((item, i) => (
                    <li key={item}>{text("meetings.item.title", { at: i + 1, title: item })}</li>
                  ))}
                </ol>
                {found.state === "noticed" || found.state === "checking_in" ? (
                  <Answers asked={found} answerKey={key} reload={asked.reload} />
                ) : (
                  <Notice>{text("meetings.answer.over", { state: t(`meetings.state.${found.state}`) })}</Notice>
                )}
              </div>
            </Card>
            <p class="lx-hint">{text("meetings.answer.noReason")}</p>
          </>
        )}
      </Await>
    </div>
  );
}
