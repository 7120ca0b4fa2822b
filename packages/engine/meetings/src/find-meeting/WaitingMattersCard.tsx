import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, mayAnywhere, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

async function readWaiting() {
  const [body] = mayAnywhere("meetings.convene") ? (await api("GET /bodies")).bodies : [];
  if (!body) return { matters: [] };
  return api("GET /bodies/:bodyId/agenda-suggestions", { params: { bodyId: body.id } });
}

/** On “today”, for conveners: accepted matters that wait for a meeting. */
export default function WaitingMattersCard({ onCount }: CardProps) {
  const loaded = useLoaded(readWaiting, []);
  const count = loaded.value?.matters.length;
  useEffect(() => {
    if (count !== undefined) onCount?.(count, 0);
  }, [count]);
  if (!count) return null;
  return (
    <Card title={text("meetings.card.waiting")} isFlush>
      <Await of={loaded}>
        {({ matters }) => (
          <TaskList
            tasks={matters.slice(0, 5).map(({ id, number, title, warnings }) => ({
              id,
              status: { kind: "todo" as const, word: text("meetings.card.waits") },
              title,
              href: `/matters/${id}`,
              why: [number, warnings.length > 0 && text("meetings.card.warned")],
              act: (
                <ButtonLink href={`/meetings/new?matter=${id}`} look="soft" aria-label={`${text("meetings.page.convene")} ${title}`}>
                  {text("meetings.page.convene")}
                </ButtonLink>
              ),
            }))}
          />
        )}
      </Await>
    </Card>
  );
}
