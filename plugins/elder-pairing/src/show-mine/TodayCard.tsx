import { useEffect } from "preact/hooks";
import { Await, browserPorts, ButtonLink, Card, dateOf, dayText, mayAnywhere, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, kindOfLevel, text, word } from "../api.js";

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

/** A line of the card, and whether it is late: the colour of a red level alone is not. */
interface Line {
  readonly task: Task;
  readonly isLate: boolean;
}

/** Own elders whom one answers for today and has to see this week, also in a first helper's place, or who were not reached. */
function ownTasks(pairs: Read["mine"]): Line[] {
  const due = pairs.filter(
    ({ hasLadder, comesToday, nextOn, waitsForMe }) => hasLadder || waitsForMe || (comesToday && nextOn !== null && nextOn <= dayIn(week)),
  );
  // Who is asked as first helper and covers meanwhile has two pairs with one elder, and goes there once.
  const once = due.filter(({ id }, i) => due.findIndex((one) => one.id === id) === i);
  return once.map(({ id, name, village, hasLadder, nextOn, level, role, comesToday, waitsForMe }): Line => {
    const isLate = hasLadder || (comesToday && nextOn !== null && nextOn < dayIn(0));
    const isAsked = waitsForMe && !hasLadder;
    const href = isAsked ? "/elder-pairing/mine" : `/elder-pairing/mine/${id}`;
    const task: Task = {
      id: `mine ${id}`,
      status: isLate ? { kind: "late" } : { kind: kindOfLevel(level), word: word("level", level) },
      title: hasLadder ? text("elder-pairing.today.ladder", { name }) : name,
      href,
      why: [
        village,
        ...(isAsked
          ? [text("elder-pairing.today.asked")]
          : [nextOn ? text("elder-pairing.mine.next", { day: dayText(nextOn) }) : text("elder-pairing.mine.noneDue")]),
        ...standsIn({ role, comesToday }),
      ],
      act: go(href, text(isAsked ? "elder-pairing.today.answer" : "elder-pairing.today.visit"), name),
    };
    return { task, isLate };
  });
}

/** What waits at the places one answers for: each a count that leads to its list. */
function deskTasks(board: NonNullable<Read["board"]>): Line[] {
  const { uncovered, overdueCount, waitingCount, handoverCount, ladders } = board;
  const counts = [
    ["uncovered", uncovered, "late"],
    ["boardOverdue", overdueCount, "late"],
    ["waiting", waitingCount, "check"],
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
      const status = key === "waiting" ? { kind, word: text("elder-pairing.elder.pending") } : { kind };
      const href = key === "waiting" ? "/elder-pairing/waiting" : "/elder-pairing";
      return { id: key, status, title, href, why: [], act: go(href, text("elder-pairing.today.see"), title) };
    });
  return [...found, ...sums].map((task) => ({ task, isLate: task.status.kind === "late" }));
}

const inOrder = (lines: readonly Line[]): Task[] => [...lines].sort((a, b) => Number(b.isLate) - Number(a.isLate)).map(({ task }) => task);

/** On “today”: whom to see this week, and what waits at the desk; nothing when nothing does. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const lines = loaded.value && [...ownTasks(loaded.value.mine), ...(loaded.value.board ? deskTasks(loaded.value.board) : [])];
  const count = lines?.length;
  const late = lines?.filter(({ isLate }) => isLate).length;
  useEffect(() => {
    if (count !== undefined && late !== undefined) onCount?.(count, late);
  }, [count, late]);
  if (count === 0) return null;
  return (
    <Card title={text("elder-pairing.today.heading")} isFlush aside={count !== undefined && <a href="/elder-pairing/mine">{count}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={inOrder(lines!).slice(0, shown)} />}</Await>
    </Card>
  );
}
