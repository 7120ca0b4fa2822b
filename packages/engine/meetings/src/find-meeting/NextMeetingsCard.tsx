import { useEffect } from "preact/hooks";
import { Await, Button, Card, t, TaskList, useLoaded, whenText, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** On “today”: the next meetings one is invited to, with the answer that is still to give. */
export default function NextMeetingsCard({ onCount }: CardProps) {
  const loaded = useLoaded(() => api("GET /mine"), []);
  const waiting = loaded.value?.meetings.filter(({ rsvp, state, memberName }) => memberName === null && rsvp === "unanswered" && state === "noticed").length;
  useEffect(() => {
    if (waiting !== undefined) onCount?.(waiting, 0);
  }, [waiting]);
  const answer = (meetingId: string, answer: "coming" | "not_coming") =>
    api("POST /meetings/:meetingId/own-answer", { params: { meetingId }, body: { answer } }).then(loaded.reload);
  if (loaded.value?.meetings.length === 0) return null;
  return (
    <Card title={text("meetings.card.next")} isFlush>
      <Await of={loaded}>
        {({ meetings }) => (
          <TaskList
            tasks={meetings.slice(0, 5).map(({ id, title, startsAt, endsAt, venueName, rsvp, memberName }) => ({
              id,
              status:
                memberName === null
                  ? { kind: rsvp === "unanswered" ? ("todo" as const) : ("done" as const), word: t(`meetings.rsvp.${rsvp}`) }
                  : { kind: "todo" as const, word: text("meetings.card.instead", { name: memberName }) },
              title,
              href: `/meetings/${id}`,
              why: [startsAt && whenText(startsAt, endsAt ?? undefined), venueName],
              act: memberName === null && (
                <div class="lx-actions">
                  <Button
                    look="soft"
                    onClick={() => void answer(id, "coming")}
                    aria-pressed={rsvp === "coming"}
                    aria-label={`${text("meetings.rsvp.coming")} ${title}`}
                  >
                    {text("meetings.rsvp.coming")}
                  </Button>
                  <Button
                    onClick={() => void answer(id, "not_coming")}
                    aria-pressed={rsvp === "not_coming"}
                    aria-label={`${text("meetings.rsvp.not_coming")} ${title}`}
                  >
                    {text("meetings.rsvp.not_coming")}
                  </Button>
                </div>
              ),
            }))}
          />
        )}
      </Await>
    </Card>
  );
}
