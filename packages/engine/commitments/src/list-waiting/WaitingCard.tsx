import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, mayAnywhere, t, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const read = () => api("GET /waiting");
type Waiting = Awaited<ReturnType<typeof read>>["waiting"][number];

const taskOf = ({ id, partId, title, kind, reason, wantedDueOn }: Waiting) => {
  const verb = text(kind === "report" ? "commitments.verb.check" : "commitments.card.decide");
  return {
    id,
    status: { kind: "check" as const, word: t(`commitments.waiting.${kind}`) },
    title,
    href: `/commitments/${partId}`,
    why: [wantedDueOn !== null && text("commitments.until", { day: dayText(wantedDueOn) }), reason],
    act: (
      <ButtonLink href={`/commitments/${partId}`} look="soft" aria-label={`${verb} ${title}`}>
        {verb}
      </ButtonLink>
    ),
  };
};

function WaitingList({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const count = loaded.value?.waiting.length;
  useEffect(() => {
    if (count !== undefined) onCount?.(count, 0);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("commitments.card.waiting")} isFlush>
      <Await of={loaded}>{({ waiting }) => <TaskList tasks={waiting.map(taskOf)} />}</Await>
    </Card>
  );
}

const rights = ["commitments.assign", "commitments.close", "commitments.check"];

/** On “today”: requests and claims against a lead to decide, and reports without a checker, for who may. */
export default function WaitingCard(props: CardProps) {
  return mayAnywhere("commitments.see") && rights.some(mayAnywhere) ? <WaitingList {...props} /> : null;
}
