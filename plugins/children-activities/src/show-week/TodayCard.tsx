import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, TaskList, timeText, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, tellRule, text, told } from "../api.js";
import { groupBy } from "../group-by.js";

const read = () => api("GET /mine");
type Mine = Awaited<ReturnType<typeof read>>;
type Session = Mine["sessions"][number];
type Home = Mine["homes"][number];
type TakenOff = Mine["takenOff"][number];

const see = (href: string, about: string) => (
  <ButtonLink href={href} look="soft" aria-label={`${text("children-activities.today.see")} ${about}`}>
    {text("children-activities.today.see")}
  </ButtonLink>
);

function taskOf({ id, programmeId, heldOn, startsAt, title, state, violations: [first], isLeftOpen }: Session): Task {
  const href = `/children-activities/${state === "planned" ? `programmes/${programmeId}` : `sessions/${id}`}`;
  const broken = first && { word: told("rule", `${first.code}.short`), why: tellRule(first) };
  const { word, why } =
    broken && !isLeftOpen ? broken : { word: text("children-activities.today.leftOpen"), why: text("children-activities.today.leftOpen.why") };
  return {
    ...{ id, href, title: `${dayText(heldOn)} ${timeText(startsAt)} ${title}`, why: [why] },
    status: { kind: state === "open" ? "late" : "gap", word },
    act: see(href, `${title} ${dayText(heldOn)}`),
  };
}

function homeTaskOf({ id, name, children, closedOn }: Home): Task {
  const href = `/children-activities/homes/${id}`;
  return {
    ...{ id, href, title: name, act: see(href, name) },
    status: { kind: "gap", word: text("children-activities.today.closed") },
    why: [text("children-activities.mine.closed", { count: children, day: dayText(closedOn!, { year: true }) })],
  };
}

/** One line for each activity whose lists lost children, with the days. */
function takenOffTaskOf(dates: readonly TakenOff[]): Task {
  const { sessionId, programmeId, title } = dates[0]!;
  const href = `/children-activities/sessions/${sessionId}`;
  const days = dates.map(({ heldOn, children }) => text("children-activities.today.off.day", { day: dayText(heldOn), count: children })).join("、");
  return {
    ...{ id: `off-${programmeId}`, href, title, act: see(href, title) },
    status: { kind: "gap", word: text("children-activities.today.off") },
    why: [text("children-activities.today.off.why", { days })],
  };
}

/** On “today”: sessions one leads or answers for at which a rule is broken, or will be, or that were left open, lists that lost children, and closed homes of which children are kept; nothing when all is well. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const odd = loaded.value?.sessions.filter(({ state, violations, isLeftOpen }) => isLeftOpen || (state !== "closed" && violations.length > 0));
  const closed = loaded.value?.homes.filter(({ closedOn }) => closedOn !== null);
  const off = loaded.value && [...groupBy(loaded.value.takenOff, ({ programmeId }) => programmeId).values()];
  const count = odd && closed && off && odd.length + closed.length + off.length;
  useEffect(() => {
    if (odd && count !== undefined) onCount?.(count, odd.filter(({ state }) => state === "open").length);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("children-activities.today.heading")} isFlush aside={count !== undefined && <a href="/children-activities">{count}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={[...odd!.map(taskOf), ...off!.map(takenOffTaskOf), ...closed!.map(homeTaskOf)].slice(0, 5)} />}</Await>
    </Card>
  );
}
