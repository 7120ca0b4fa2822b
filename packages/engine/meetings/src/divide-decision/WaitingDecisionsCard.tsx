import { useEffect } from "preact/hooks";
import { ButtonLink, Card, dayText, mayAnywhere, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const load = async () => (mayAnywhere("meetings.convene") ? (await api("GET /waiting-decisions")).decisions : []);

/** On “today”: decisions nobody acts on yet, since another body has to be asked or has just agreed. */
export default function WaitingDecisionsCard({ onCount }: CardProps) {
  const waiting = useLoaded(load, []);
  const count = waiting.value?.length;
  useEffect(() => {
    if (count !== undefined) onCount?.(count, 0);
  }, [count]);
  if (!count) return null;
  return (
    <Card title={text("meetings.divide.waiting")} isFlush>
      <TaskList
        tasks={waiting.value!.map(({ id, meetingId, text: words, kind, since }) => {
          const verb = text(kind === "vote" ? "meetings.divide.askVote" : "meetings.divide.verb");
          return {
            id,
            status: { kind: "todo" as const, word: text(kind === "vote" ? "meetings.divide.needsVote" : "meetings.divide.needsWork") },
            title: words,
            href: `/meetings/${meetingId}`,
            why: [text("meetings.divide.since", { day: dayText(since) })],
            act: (
              <ButtonLink href={`/meetings/${meetingId}`} look="soft" aria-label={`${verb} ${words}`}>
                {verb}
              </ButtonLink>
            ),
          };
        })}
      />
    </Card>
  );
}
