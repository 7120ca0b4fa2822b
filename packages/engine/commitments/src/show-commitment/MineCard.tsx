import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, TaskList, useLoaded, type CardProps, type StatusKind } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { wordOf } from "../keep-ledger/LightTag.js";

type Mine = Awaited<ReturnType<typeof readMine>>["lines"][number];
type HandOver = Awaited<ReturnType<typeof readMine>>["handOvers"][number];
const readMine = () => api("GET /mine");

/** What is to be done about a line of mine, in one word. */
function verbOf({ isToCheck, state }: Mine): string {
  if (isToCheck) return text("commitments.verb.check");
  return text(
    state === "offered" ? "commitments.verb.confirm" : state === "submitted" || state === "verified" ? "commitments.verb.look" : "commitments.verb.progress",
  );
}

const taskOf = (line: Mine) => ({
  id: line.partId,
  status: { kind: line.light as StatusKind, word: line.isToCheck ? text("commitments.light.checkByYou") : wordOf(line) },
  title: line.title,
  href: `/commitments/${line.partId}`,
  why: [line.ownerOrganization, line.dueOn && text("commitments.dueOn", { day: dayText(line.dueOn) }), line.sourceTitle],
  act: (
    <ButtonLink href={`/commitments/${line.partId}`} look="soft" aria-label={`${verbOf(line)} ${line.title}`}>
      {verbOf(line)}
    </ButtonLink>
  ),
});

const handOverOf = ({ id, partId, title, isMine, otherName }: HandOver) => ({
  id,
  status: { kind: "check" as const, word: text("commitments.card.handOver") },
  title,
  href: `/commitments/${partId}`,
  why: [text(isMine ? "commitments.card.handOverTake" : "commitments.card.handOverGive", { name: otherName })],
  act: (
    <ButtonLink href={`/commitments/${partId}`} look="soft" aria-label={`${text("commitments.card.sign")} ${title}`}>
      {text("commitments.card.sign")}
    </ButtonLink>
  ),
});

/** On “today”: what this person promised, what they shall check, and what waits for their signature. */
export default function MineCard({ onCount }: CardProps) {
  const loaded = useLoaded(readMine, []);
  const waiting = loaded.value?.lines.filter((line) => line.isToCheck || line.light !== "check");
  const signs = loaded.value?.handOvers.length ?? 0;
  const late = waiting?.filter((line) => line.light === "late").length;
  useEffect(() => {
    if (waiting !== undefined && late !== undefined) onCount?.(waiting.length + signs, late);
  }, [waiting?.length, late, signs]);
  if (loaded.value?.lines.length === 0 && signs === 0) return null;
  return (
    <Card title={text("commitments.card.mine")} isFlush>
      <Await of={loaded}>{({ lines, handOvers }) => <TaskList tasks={[...handOvers.map(handOverOf), ...lines.map(taskOf)]} />}</Await>
    </Card>
  );
}
