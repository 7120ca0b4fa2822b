import { Await, Button, Card, dayText, EmptyState, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Acting } from "../hold-session/BoardPage.js";
import { AdultStanding, mayServe } from "./AdultStanding.js";
import { mayPlan, type Plan } from "./PlanPage.js";

interface Duty {
  readonly id: string;
  readonly heldOn: string;
  readonly state: string;
}

/** The duties of one adult that have not begun, to be called off one by one. */
function Duties({ name, posts, act }: Acting & { readonly name: string; readonly posts: readonly Duty[] }) {
  const ahead = posts.filter(({ state }) => state === "planned" || state === "suspended");
  if (ahead.length === 0) return null;
  return (
    <Fold title={text("children-activities.task.callOff")}>
      <div class="lx-actions">
        {ahead.map(({ id, heldOn }) => (
          <Button
            key={id}
            look="soft"
            aria-label={`${text("children-activities.task.callOff")} ${name} ${dayText(heldOn)}`}
            onClick={() => void act(() => api("POST /posts/:postId/end", { params: { postId: id } }))}
          >
            {dayText(heldOn)}
          </Button>
        ))}
      </div>
    </Fold>
  );
}

/** The adults of a plan: on which of its dates each is on duty, and for which the check does not hold; others to put on duty with one press. */
export function RosterCard({ plan, act }: Acting & { readonly plan: Plan }) {
  const loaded = useLoaded(() => api("GET /homes/:homeId/adults", { params: { homeId: plan.homeId } }), [plan.homeId]);
  const postsOf = (adultId: string) =>
    plan.sessions.flatMap(({ heldOn, posts }) =>
      posts.filter((post) => post.adultId === adultId && post.state !== "cancelled").map(({ id, state }) => ({ id, heldOn, state })),
    );
  const ahead = plan.sessions.filter(({ state }) => state === "planned" || state === "published").map(({ heldOn }) => heldOn);
  const put = (adultId: string) => act(() => api("POST /programmes/:programmeId/posts", { params: { programmeId: plan.id }, body: { adultIds: [adultId] } }));
  return (
    <Card title={text("children-activities.board.adultsList")}>
      <Await of={loaded}>
        {({ adults }) =>
          adults.length === 0 ? (
            <EmptyState why={text("children-activities.adults.none")} />
          ) : (
            <ul class="plan-rows">
              {adults.map((adult) => {
                const { id, name } = adult;
                const posts = postsOf(id);
                return (
                  <li key={id} class="plan-adult">
                    <strong>{name}</strong>
                    <AdultStanding adult={adult} ahead={ahead} posts={posts} />
                    {mayPlan(plan) && <Duties name={name} posts={posts} act={act} />}
                    {posts.length === 0 && mayPlan(plan) && ahead.some((day) => mayServe(adult, day)) && (
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
