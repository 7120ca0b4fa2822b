import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, mayAnywhere, t, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const read = () => api("GET /screenings/waiting");
type Line = Awaited<ReturnType<typeof read>>["matters"][number];

const taskOf = ({ id, title, state, placeName, raisedOn, number, replyBy, isReplyLate }: Line): Task => ({
  id,
  status:
    isReplyLate && replyBy !== null
      ? { kind: "late", word: text("matters.replyLate", { day: dayText(replyBy) }) }
      : { kind: "check", word: t(`matters.state.${state}`) },
  title,
  href: `/matters/${id}`,
  why: [placeName, text("matters.card.raisedOn", { day: dayText(raisedOn) }), number],
  act: (
    <ButtonLink href={`/matters/${id}/screen`} look="soft" aria-label={`${text("matters.verb.screen")} ${title}`}>
      {text("matters.verb.screen")}
    </ButtonLink>
  ),
});

function Waiting({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const { count, late } = loaded.value ?? {};
  useEffect(() => {
    if (count !== undefined && late !== undefined) onCount?.(count, late);
  }, [count, late]);
  if (count === 0) return null;
  return (
    <Card title={text("matters.card.screening")} isFlush aside={count !== undefined && <a href="/matters?tab=screening">{count}</a>}>
      <Await of={loaded}>{({ matters }) => <TaskList tasks={matters.map(taskOf)} />}</Await>
    </Card>
  );
}

/** On “today”: what waits to be screened, what should have been answered before today first, for who screens. */
export default function WaitingCard(props: CardProps) {
  return mayAnywhere("matters.screen") ? <Waiting {...props} /> : null;
}
