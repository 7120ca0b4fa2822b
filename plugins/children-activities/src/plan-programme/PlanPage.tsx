import { useSignal } from "@preact/signals";
import { ErrorBoundary, useRoute } from "preact-iso";
import { addressOf, Await, Button, ButtonLink, Card, Cards, ErrorNotice, mayAnywhere, PageHead, TaskList, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { WaitingOverrides } from "../override-rule/WaitingOverrides.js";
import { Dates } from "./PlanDates.js";
import { Gaps, Gate, tasksOf, Unsigned, unsigned } from "./PlanTasks.js";
import { RosterCard } from "./RosterCard.js";
import { toldWords } from "./told-words.js";
import "./Plan.css";

const read = (programmeId: string) => api("GET /programmes/:programmeId", { params: { programmeId } });
export type Plan = Awaited<ReturnType<typeof read>>;

/** Whoever plans somewhere, and the children's director of this home, wherever their office lies. */
export const mayPlan = ({ isMine }: Pick<Plan, "isMine">): boolean => isMine || mayAnywhere("children-activities.plan");
const dutiesOf = ({ sessions }: Plan): number => sessions.reduce((sum, { posts }) => sum + posts.filter(({ state }) => state === "planned").length, 0);

/** A plan as a list of tasks, the gate of the rules, its dates, its adults, and its two signatures. */
export default function PlanPage() {
  const { programmeId } = useRoute().params as { programmeId: string };
  const loaded = useLoaded(() => read(programmeId), [programmeId], { keepsOld: true });
  const refusal = useSignal<unknown>(undefined);
  const params = { programmeId };
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const publish = () =>
    act(async () => {
      const { published, blocked, ...told } = await api("POST /programmes/:programmeId/publish", { params });
      const moved = toldWords(told);
      toast(
        [
          text("children-activities.plan.published", { published }),
          ...(blocked.length > 0 ? [text("children-activities.plan.blocked", { blocked: blocked.length })] : []),
          ...(moved.length > 0 ? [text("children-activities.plan.moved"), ...moved] : []),
        ].join("；"),
      );
    });
  return (
    <Await of={loaded} lines={8}>
      {(plan) => (
        <div class="lx-stack">
          <PageHead title={plan.title} note={plan.purpose}>
            {plan.isMine && plan.gaps.length === 0 && !plan.signatures.some(({ kind }) => kind === "director") && (
              <Button onClick={() => void act(() => api("POST /programmes/:programmeId/director-signature", { params }))}>
                {text("children-activities.sign.asDirector")}
              </Button>
            )}
            {mayAnywhere("children-activities.signOff") && plan.gaps.length === 0 && !plan.signatures.some(({ kind }) => kind === "community") && (
              <Button onClick={() => void act(() => api("POST /programmes/:programmeId/community-signature", { params }))}>
                {text("children-activities.sign.forCommunity")}
              </Button>
            )}
            <ButtonLink href={addressOf("children-activities", "/programmes/:programmeId/plan-sheet", params)} download>
              {text("children-activities.paper.plan")}
            </ButtonLink>
            {mayPlan(plan) && plan.sessions.every(({ state }) => state !== "open" && state !== "closed") && (
              <ButtonLink href={`/children-activities/programmes/${programmeId}/change`}>{text("children-activities.page.change")}</ButtonLink>
            )}
            {mayPlan(plan) && plan.gaps.length === 0 && plan.waiting > 0 && unsigned(plan).length === 0 && (
              <Button look="filled" onClick={() => void publish()}>
                {text("children-activities.plan.publish")}
              </Button>
            )}
          </PageHead>
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          <WaitingOverrides plan={plan} act={act} />
          <Gaps plan={plan} />
          <Unsigned plan={plan} />
          <Gate plan={plan} />
          <Card title={text(plan.waiting > 0 ? "children-activities.task.title" : "children-activities.task.titleOver")} isFlush>
            <TaskList tasks={tasksOf(plan)} />
          </Card>
          <RosterCard plan={plan} act={act} />
          <ErrorBoundary>
            <Cards on="children-activities.plan" props={() => ({ programmeId, onDuty: dutiesOf(plan), onDone: loaded.reload })} />
          </ErrorBoundary>
          <Dates plan={plan} act={act} />
        </div>
      )}
    </Await>
  );
}
