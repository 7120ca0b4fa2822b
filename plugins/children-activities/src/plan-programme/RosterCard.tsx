import { Await, Button, Card, dayText, EmptyState, mayAnywhere, Status, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import type { Plan } from "./PlanPage.js";

/** The adults of a plan: on which of its dates each is on duty, and for which the check does not hold; others to put on duty with one press. */
export function RosterCard({ plan, act }: Acting & { readonly plan: Plan }) {
  const loaded = useLoaded(() => api("GET /adults"), []);
  if (!mayAnywhere("children-activities.see")) return null;
  const postsOf = (adultId: string) =>
    plan.sessions.flatMap(({ heldOn, posts }) =>
      posts.filter((post) => post.adultId === adultId && post.state !== "cancelled").map(({ state }) => ({ heldOn, state })),
    );
  const put = (adultId: string) => act(() => api("POST /programmes/:programmeId/posts", { params: { programmeId: plan.id }, body: { adultIds: [adultId] } }));
  return (
    <Card title={text("children-activities.board.adultsList")}>
      <Await of={loaded}>
        {({ adults }) =>
          adults.length === 0 ? (
            <EmptyState why={text("children-activities.adults.none")} />
          ) : (
            <ul class="lx-stack">
              {adults.map(({ id, name, checkedUntil }) => {
                const posts = postsOf(id);
                const suspended = posts.filter(({ state }) => state === "suspended").map(({ heldOn }) => dayText(heldOn));
                return (
                  <li key={id} class="lx-actions">
                    <strong>{name}</strong>
                    <span class="lx-hint">
                      {checkedUntil ? text("children-activities.adults.until", { day: dayText(checkedUntil) }) : text("children-activities.adults.unchecked")}
                    </span>
                    {posts.length > 0 && <span>{text("children-activities.task.duties", { count: posts.length - suspended.length })}</span>}
                    {suspended.length > 0 && <Status kind="gap" word={text("children-activities.task.suspended", { days: suspended.join("、") })} />}
                    {posts.length === 0 && mayAnywhere("children-activities.plan") && (
                      <Button look="soft" aria-label={`${text("children-activities.task.put")} ${name}`} onClick={() => void put(id)}>
                        {text("children-activities.task.put")}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Await>
    </Card>
  );
}
