import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dayText, mayAnywhere, t, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const shown = 5;

function Waiting({ onCount }: CardProps) {
  const loaded = useLoaded(() => api("GET /matters", { query: { tab: "screening" } }), []);
  const count = loaded.value?.counts.screening;
  useEffect(() => {
    if (count !== undefined) onCount?.(count, 0);
  }, [count]);
  if (count === 0) return null;
  return (
    <Card title={text("matters.card.screening")} isFlush aside={count !== undefined && <a href="/matters?tab=screening">{count}</a>}>
      <Await of={loaded}>
        {({ matters }) => (
          <TaskList
            tasks={matters.slice(0, shown).map(({ id, title, state, placeName, raisedOn, number }) => ({
              id,
              status: { kind: "check" as const, word: t(`matters.state.${state}`) },
              title,
              href: `/matters/${id}`,
              why: [placeName, text("matters.card.raisedOn", { day: dayText(raisedOn) }), number],
              act: (
                <ButtonLink href={`/matters/${id}/screen`} look="soft" aria-label={`${text("matters.verb.screen")} ${title}`}>
                  {text("matters.verb.screen")}
                </ButtonLink>
              ),
            }))}
          />
        )}
      </Await>
    </Card>
  );
}

/** On “today”: what waits to be screened, for who screens. */
export default function WaitingCard(props: CardProps) {
  return mayAnywhere("matters.screen") ? <Waiting {...props} /> : null;
}
