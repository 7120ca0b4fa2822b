import { useEffect } from "preact/hooks";
import { Await, browserPorts, ButtonLink, Card, dateOf, dayText, mayAnywhere, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text, word } from "../api.js";

const read = async () => ({
  mine: (await api("GET /mine")).pairs,
  board: mayAnywhere("elder-pairing.see") ? await api("GET /board") : undefined,
});
type Read = Awaited<ReturnType<typeof read>>;
const shown = 5;
const week = 6 * 24 * 60 * 60 * 1_000;
const dayIn = (ms: number): string => dateOf(new Date(browserPorts.now() + ms).toISOString());
const go = (href: string, verb: string, of: string) => (
  <ButtonLink href={href} look="soft" aria-label={`${verb} ${of}`}>
    {verb}
  </ButtonLink>
);

const standsIn = ({ role, comesToday }: Pick<Read["mine"][number], "role" | "comesToday">): string[] =>
  role !== "primary" && comesToday ? [text("elder-pairing.mine.standsIn")] : [];

/** A task, and how it presses: what is late or for today counts in the headline, what only comes up this week does not. */
interface Pressing {
  readonly task: Task;
  readonly isLate: boolean;
  readonly isNow: boolean;
}

type Own = Read["mine"][number];

/** The yes one is asked for is a task of its own: whoever gives it may cover the same elder meanwhile. */
function askedOf({ id, name, village, level }: Own): Pressing {
  const href = "/elder-pairing/mine";
  const task: Task = {
    id: `ask ${id}`,
    status: { kind: "todo", word: text("elder-pairing.today.level", { level: word("level", level) }) },
    ...{ title: text("elder-pairing.today.ask", { name }), href, why: [village], act: go(href, text("elder-pairing.today.answer"), name) },
  };
  return { task, isLate: false, isNow: true };
}

function visitOf({ id, name, village, hasLadder, nextOn, level, role, comesToday, raised }: Own): Pressing {
  const isLate = hasLadder || (nextOn !== null && nextOn < dayIn(0));
  const isNow = isLate || nextOn === dayIn(0);
  const href = `/elder-pairing/mine/${id}`;
  const next = nextOn ? text("elder-pairing.mine.next", { day: dayText(nextOn) }) : text("elder-pairing.mine.noneDue");
  const task: Task = {
    id: `mine ${id}`,
    status: isLate ? { kind: "late" } : { kind: isNow ? "todo" : "track", word: text("elder-pairing.today.level", { level: word("level", level) }) },
    title: hasLadder ? text("elder-pairing.today.ladder", { name }) : name,
    ...{
      href,
      why: [village, next, ...raised.map(({ kind }) => word("raised", kind)), ...standsIn({ role, comesToday })],
      act: go(href, text("elder-pairing.today.visit"), name),
    },
  };
  return { task, isLate, isNow };
}

/** Own elders of whom one is asked for a yes, and those one answers for today and has to see this week, who were not reached, or whom one stands in for. */
function ownTasks(pairs: Read["mine"]): Pressing[] {
  const due = pairs.filter(
    ({ hasLadder, comesToday, nextOn, role }) => hasLadder || (comesToday && (role !== "primary" || (nextOn !== null && nextOn <= dayIn(week)))),
  );
  // Who is asked as first helper and covers meanwhile has two pairs with one elder, and goes there once: the one that stands in says so.
  const once = due.filter((pair) => pair === (due.find(({ id, role }) => id === pair.id && role !== "primary") ?? due.find(({ id }) => id === pair.id)));
  return [...pairs.filter(({ waitsForMe }) => waitsForMe).map(askedOf), ...once.map(visitOf)];
}

/** What waits at the places one answers for: each a count that leads to its list. */
function deskTasks(board: NonNullable<Read["board"]>): Pressing[] {
  const { uncovered, overdueCount, waitingCount, insteadCount, handoverCount, ladders } = board;
  const counts = [
    ["uncovered", uncovered, "late"],
    ["boardOverdue", overdueCount, "late"],
    ["instead", insteadCount, "check"],
    ["waiting", waitingCount - insteadCount, "check"],
    ["handovers", handoverCount, "track"],
  ] as const;
  const found = ladders.map(({ id, elderId, elder }): Task => ({
    ...{ id, status: { kind: "late" }, title: text("elder-pairing.today.ladder", { name: elder }), href: `/elder-pairing/elders/${elderId}`, why: [] },
    act: go(`/elder-pairing/elders/${elderId}`, text("elder-pairing.today.see"), elder),
  }));
  const sums = counts
    .filter(([, count]) => count > 0)
    .map(([key, count, kind]): Task => {
      const title = text(`elder-pairing.today.${key}`, { count });
      const isAsked = key === "waiting" || key === "instead";
      const status = isAsked ? { kind, word: text("elder-pairing.elder.pending") } : { kind };
      const href = isAsked ? "/elder-pairing/waiting" : "/elder-pairing";
      return { id: key, status, title, href, why: [], act: go(href, text("elder-pairing.today.see"), title) };
    });
  return [...found, ...sums].map((task) => ({ task, isLate: task.status.kind === "late", isNow: true }));
}

/** What is late first, then what is for today. */
const inOrder = (tasks: readonly Pressing[]): Task[] =>
  [...tasks].sort((a, b) => Number(b.isLate) - Number(a.isLate) || Number(b.isNow) - Number(a.isNow)).map(({ task }) => task);

/** On “today”: whom to see this week, and what waits at the desk; nothing when nothing does. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const tasks = loaded.value && [...ownTasks(loaded.value.mine), ...(loaded.value.board ? deskTasks(loaded.value.board) : [])];
  const count = tasks?.length;
  useEffect(() => {
    if (tasks) onCount?.(tasks.filter(({ isNow }) => isNow).length, tasks.filter(({ isLate }) => isLate).length);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("elder-pairing.today.heading")} isFlush aside={count !== undefined && <a href="/elder-pairing/mine">{count}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={inOrder(tasks!).slice(0, shown)} />}</Await>
    </Card>
  );
}
