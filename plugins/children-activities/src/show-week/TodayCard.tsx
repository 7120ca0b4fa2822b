import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, TaskList, timeText, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";

const read = () => api("GET /mine");
type Session = Awaited<ReturnType<typeof read>>["sessions"][number];

function taskOf({ id, programmeId, heldOn, startsAt, title, state, violations }: Session): Task {
  const href = `/children-activities/${state === "planned" ? `programmes/${programmeId}` : `sessions/${id}`}`;
  const [first] = violations;
  return {
    ...{ id, href, title: `${dayText(heldOn)} ${timeText(startsAt)} ${title}` },
    status: { kind: state === "open" ? "late" : "gap", word: told("rule", `${first!.code}.short`) },
    why: [told("rule", first!.code, first!.params)],
    act: (
      <ButtonLink href={href} look="soft" aria-label={`${text("children-activities.today.see")} ${title} ${dayText(heldOn)}`}>
        {text("children-activities.today.see")}
      </ButtonLink>
    ),
  };
}

/** On “today”: sessions one leads or answers for at which a rule is broken, or will be; nothing when all is well. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const odd = loaded.value?.sessions.filter(({ state, violations }) => state !== "closed" && violations.length > 0);
  const count = odd?.length;
  useEffect(() => {
    if (odd) onCount?.(odd.length, odd.filter(({ state }) => state === "open").length);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("children-activities.today.heading")} isFlush aside={count !== undefined && <a href="/children-activities">{count}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={odd!.slice(0, 5).map(taskOf)} />}</Await>
    </Card>
  );
}
