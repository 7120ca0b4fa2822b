import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text, toldState } from "../api.js";
import { whenText } from "../fill-duties/DutyList.js";

const page = "/children-volunteers/mine";
/** So many at once; the rest stands on the page. */
const most = 5;
const read = () => api("GET /mine");
type Mine = Awaited<ReturnType<typeof read>>;

const lead = (href: string, word: string, about: string) => (
  <ButtonLink href={href} look="soft" aria-label={`${word} ${about}`}>
    {word}
  </ButtonLink>
);

function askTaskOf({ sessionId, state, link, title, homeName, ...duty }: Mine["asks"][number]): Task {
  const about = `${whenText(duty)} ${title}`;
  const isOpen = state === "asked";
  const href = isOpen ? link : page;
  return {
    ...{ id: `ask-${sessionId}`, href, title: about, why: [homeName] },
    status: { kind: isOpen ? "check" : "track", word: toldState(state) },
    act: lead(href, text(isOpen ? "children-volunteers.mine.answer" : "children-volunteers.today.see"), about),
  };
}

function dutyTaskOf({ sessionId, title, homeName, short, ...duty }: Mine["duties"][number]): Task {
  const about = `${whenText(duty)} ${title}`;
  return {
    ...{ id: sessionId, href: page, title: about, why: [homeName] },
    status: { kind: "gap", word: text("children-volunteers.plan.short", { count: short }) },
    act: lead(page, text("children-volunteers.today.see"), about),
  };
}

/** On “today”: what one was asked to come to or has a duty at, then where adults are missing and one may be; nothing for everybody else. */
export default function TodayCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, []);
  const waiting = loaded.value?.asks.filter(({ state }) => state === "asked").length;
  useEffect(() => {
    if (waiting !== undefined) onCount?.(waiting, 0);
  }, [waiting]);
  const tasks = loaded.value && [...loaded.value.asks.map(askTaskOf), ...loaded.value.duties.map(dutyTaskOf)];
  if (tasks?.length === 0) return null;
  return (
    <Card title={text("children-volunteers.today.title")} isFlush aside={tasks && <a href={page}>{tasks.length}</a>}>
      <Await of={loaded}>{() => <TaskList tasks={tasks!.slice(0, most)} />}</Await>
    </Card>
  );
}
