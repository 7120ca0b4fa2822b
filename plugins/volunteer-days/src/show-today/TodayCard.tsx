import { useEffect } from "preact/hooks";
import { Await, browserPorts, ButtonLink, Card, dateOf, dayText, mayAnywhere, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const shown = 5;
const read = async () => (mayAnywhere("volunteer-days.plan") ? (await api("GET /today")).days : []);
type Due = Awaited<ReturnType<typeof read>>[number];

const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());
const isLate = ({ dueOn }: Due): boolean => dueOn !== null && dueOn < today();

function taskOf(due: Due): Task {
  const { id, title, heldOn, kind, count, dueOn } = due;
  const href = `/volunteer-days/days/${id}`;
  const about = `${title} ${dayText(heldOn)}`;
  const why = kind === "hours" ? [dueOn ? text("volunteer-days.day.due", { day: dayText(dueOn) }) : ""] : [];
  return {
    ...{ id, href, title: about, why: [text(`volunteer-days.today.${kind}`, { count }), ...why.filter(Boolean)] },
    status: { kind: isLate(due) ? "late" : kind === "hours" ? "check" : "gap", word: text(`volunteer-days.today.${kind}.word`) },
    act: (
      <ButtonLink href={href} look="soft" aria-label={`${text("volunteer-days.today.see")} ${about}`}>
        {text("volunteer-days.today.see")}
      </ButtonLink>
    ),
  };
}

/** On “today”: dates that are over whose hours wait, and dates close by that lack people; nothing when nothing waits. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const count = loaded.value?.length;
  useEffect(() => {
    if (loaded.value) onCount?.(loaded.value.length, loaded.value.filter(isLate).length);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("volunteer-days.today.heading")} isFlush aside={count !== undefined && <a href="/volunteer-days">{count}</a>}>
      <Await of={loaded}>{(days) => <TaskList tasks={days.slice(0, shown).map(taskOf)} />}</Await>
    </Card>
  );
}
