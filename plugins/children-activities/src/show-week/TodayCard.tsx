import { useEffect } from "preact/hooks";
import { Await, Card, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { text } from "../api.js";
import { readMine, tasksOf } from "./today-tasks.js";

/** So many at once; the rest stands with the activities. */
const most = 6;

/**
 * On “today”: emergencies that wait for a second person, sessions one leads or answers for at which a rule is broken, or will be, that were left open or never opened, those of today and tomorrow, lists
 * that lost children, and closed homes of which children are kept; nothing when there is none.
 */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(readMine, []);
  const all = loaded.value && tasksOf(loaded.value);
  useEffect(() => {
    if (all) onCount?.(all.count, all.late);
  }, [all?.count, all?.late]);
  if (all?.tasks.length === 0) return null;
  return (
    <Card title={text("children-activities.today.heading")} isFlush aside={all && all.count > 0 && <a href="/children-activities">{all.count}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={all!.tasks.slice(0, most)} />}</Await>
    </Card>
  );
}
