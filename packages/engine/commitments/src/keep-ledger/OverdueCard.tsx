import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, mayAnywhere, TaskList, useLoaded, type CardProps, type StatusKind } from "@lianxin/web-kit";
import { api, text, type LineAnswer } from "../api.js";
import { wordOf } from "./LightTag.js";

const shown = 5;

const taskOf = (line: LineAnswer) => ({
  id: line.partId,
  status: { kind: line.light as StatusKind, word: wordOf(line) },
  title: line.title,
  href: `/commitments/${line.partId}`,
  why: [
    line.ownerOrganization,
    line.owner,
    line.dueOn && text("commitments.dueOn", { day: dayText(line.dueOn) }),
    line.remindedTimes > 0 && text("commitments.reminded", { count: line.remindedTimes }),
  ],
  act: (
    <ButtonLink
      href={`/commitments/${line.partId}`}
      look="soft"
      aria-label={`${text(line.light === "gap" ? "commitments.verb.assign" : "commitments.verb.urge")} ${line.title}`}
    >
      {text(line.light === "gap" ? "commitments.verb.assign" : "commitments.verb.urge")}
    </ButtonLink>
  ),
});

async function load() {
  const [gaps, late] = await Promise.all((["gap", "late"] as const).map((filter) => api("GET /ledger", { query: { filter } })));
  return { lines: [...gaps!.lines, ...late!.lines], gaps: gaps!.counts.gap, late: gaps!.counts.late };
}

function Overdue({ onCount }: CardProps) {
  const loaded = useLoaded(load, []);
  const { gaps, late } = loaded.value ?? {};
  useEffect(() => {
    if (gaps !== undefined && late !== undefined) onCount?.(gaps + late, late);
  }, [gaps, late]);
  if (gaps === 0 && late === 0) return null;
  return (
    <Card title={text("commitments.card.overdue")} isFlush aside={<a href="/commitments?filter=late">{text("commitments.card.all")}</a>}>
      <Await of={loaded}>{({ lines }) => <TaskList tasks={lines.slice(0, shown).map(taskOf)} />}</Await>
    </Card>
  );
}

/** On “today”: what nobody leads and what is overdue, for who urges. */
export default function OverdueCard(props: CardProps) {
  return mayAnywhere("commitments.escalate") ? <Overdue {...props} /> : null;
}
