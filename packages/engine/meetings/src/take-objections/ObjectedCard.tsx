import { useEffect } from "preact/hooks";
import { ButtonLink, Card, dayText, mayAnywhere, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const load = async () => (mayAnywhere("meetings.publish") ? (await api("GET /objected-notices")).notices : []);

/** On “today”: notices that somebody objected to wait for an answer. */
export default function ObjectedCard({ onCount }: CardProps) {
  const objected = useLoaded(load, []);
  const count = objected.value?.length;
  useEffect(() => {
    if (count !== undefined) onCount?.(count, 0);
  }, [count]);
  if (!count) return null;
  return (
    <Card title={text("meetings.posted.waiting")} isFlush>
      <TaskList
        tasks={objected.value!.map(({ id, title, toOn, isFaulted }) => ({
          id,
          status: { kind: "check" as const, word: text(isFaulted ? "meetings.posting.faulted" : "meetings.objection.received") },
          title,
          href: `/meetings/notices/${id}`,
          why: [text("meetings.posted.waitingUntil", { day: dayText(toOn) })],
          act: (
            <ButtonLink
              href={`/meetings/notices/${id}`}
              look="soft"
              aria-label={`${text(isFaulted ? "meetings.posted.mend" : "meetings.posted.seeAnswer")} ${title}`}
            >
              {text(isFaulted ? "meetings.posted.mend" : "meetings.posted.seeAnswer")}
            </ButtonLink>
          ),
        }))}
      />
    </Card>
  );
}
