import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, mayAnywhere, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { stateWord } from "../find-matter/StateTag.js";

const read = () => api("GET /screenings/waiting");
type Line = Awaited<ReturnType<typeof read>>["matters"][number];

/** To be screened, or of one household's own affair to be handed to somebody on its page. */
const waysOn = {
  screen: { path: "/screen", verb: "matters.verb.screen" },
  handOut: { path: "", verb: "matters.verb.handOut" },
} as const;
const wayOf = (isPersonal: boolean) => waysOn[isPersonal ? "handOut" : "screen"];

const taskOf = ({ id, title, state, placeName, raisedOn, number, replyBy, isReplyLate, isPersonal }: Line): Task => ({
  id,
  status:
    isReplyLate && replyBy !== null
      ? { kind: "late", word: text("matters.replyLate", { day: dayText(replyBy) }) }
      : { kind: "check", word: stateWord(state, isPersonal) },
  title,
  href: `/matters/${id}`,
  why: [placeName, text("matters.card.raisedOn", { day: dayText(raisedOn) }), number],
  act: (
    <ButtonLink href={`/matters/${id}${wayOf(isPersonal).path}`} look="soft" aria-label={`${text(wayOf(isPersonal).verb)} ${title}`}>
      {text(wayOf(isPersonal).verb)}
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
