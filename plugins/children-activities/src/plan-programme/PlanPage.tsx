import { useSignal } from "@preact/signals";
import { ErrorBoundary, useRoute } from "preact-iso";
import {
  addressOf,
  Await,
  Button,
  ButtonLink,
  Card,
  Cards,
  dayText,
  ErrorNotice,
  mayAnywhere,
  Notice,
  PageHead,
  Status,
  TaskList,
  useLoaded,
  type Task,
} from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, told } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import { WaitingOverrides } from "../override-rule/WaitingOverrides.js";
import { CallOff } from "./CallOff.js";
import { RestoreDate } from "./RestoreDate.js";
import { toldWords } from "./told-words.js";
import { WhomToCall } from "./WhomToCall.js";
import { RosterCard } from "./RosterCard.js";
import "./Plan.css";

const read = (programmeId: string) => api("GET /programmes/:programmeId", { params: { programmeId } });
export type Plan = Awaited<ReturnType<typeof read>>;

/** The gate in words: how many adults that asks for by this way of counting, and by the other. */
function Gate({ plan }: { readonly plan: Plan }) {
  const strictest = Math.max(...plan.choices.map(({ needed }) => needed));
  const isShort = plan.sessions.some(({ state, violations }) => state !== "cancelled" && violations.some(({ code }) => code === "tooFewAdults"));
  return (
    <Notice kind={isShort ? "warning" : "info"}>
      <p>
        <strong>{text("children-activities.gate.needed", { mode: told("mode", plan.mode), needed: plan.ratio.needed })}</strong>{" "}
        <span class="lx-num">{plan.ratio.arithmetic}</span>
      </p>
      {strictest > plan.ratio.needed && <p>{text("children-activities.gate.other", { needed: strictest })}</p>}
      {plan.modeNote && <p>{text("children-activities.gate.note", { note: plan.modeNote })}</p>}
      {isShort && <p>{text("children-activities.gate.places", { places: plan.placesFor })}</p>}
      <p class="lx-hint">{plan.citation}</p>
    </Notice>
  );
}

/** Whoever plans somewhere, and the children's director of this home, wherever their office lies. */
export const mayPlan = ({ isMine }: Pick<Plan, "isMine">): boolean => isMine || mayAnywhere("children-activities.plan");
const dutiesOf = ({ sessions }: Plan): number => sessions.reduce((sum, { posts }) => sum + posts.filter(({ state }) => state === "planned").length, 0);

function tasksOf(plan: Plan): Task[] {
  const href = `/children-activities/programmes/${plan.id}`;
  const signed = (kind: string) => plan.signatures.find((one) => one.kind === kind);
  const status = (isDone: boolean) => ({
    kind: isDone ? ("done" as const) : ("todo" as const),
    word: text(isDone ? "children-activities.task.done" : "children-activities.task.open"),
  });
  const adults = plan.sessions.every(({ state, violations }) => state === "cancelled" || violations.length === 0);
  const line = (id: string, isDone: boolean, title: string, why: string): Task => ({ id, status: status(isDone), title, href, why: [why] });
  return [
    line(
      "when",
      true,
      text("children-activities.task.when"),
      `${plan.homeName}${plan.room ? ` ${plan.room}` : ""} ${dayText(plan.fromOn)}–${dayText(plan.untilOn)} ${plan.startTime}–${plan.endTime}`,
    ),
    line(
      "adults",
      adults,
      text("children-activities.task.adults"),
      text("children-activities.gate.needed", { mode: told("mode", plan.mode), needed: plan.ratio.needed }),
    ),
    line("emergency", !plan.gaps.includes("emergencyPlan"), text("children-activities.plan.emergencyPlan"), plan.emergencyPlan ?? "–"),
    line("insurance", !plan.gaps.includes("insurance"), text("children-activities.plan.insurance"), plan.insurance ?? "–"),
    ...(["director", "community"] as const).map((kind) => line(kind, signed(kind) !== undefined, told("sign", kind), signed(kind)?.name ?? "–")),
  ];
}

function Dates({ plan, act }: Acting & { readonly plan: Plan }) {
  const mayCallOff = mayPlan(plan);
  return (
    <Card title={text("children-activities.task.dates")}>
      <ul class="plan-rows">
        {plan.sessions.map(({ id, heldOn, state, violations, adults, enrolled, calledOff, mayRestore }) => (
          <li key={id} class="plan-date">
            <a href={`/children-activities/sessions/${id}`}>{dayText(heldOn)}</a>{" "}
            <span>{calledOff === null ? told("session", state) : text("children-activities.off.told", { reason: calledOff })}</span>
            <span class="lx-hint lx-num">{text("children-activities.task.figures", { enrolled, adults })}</span>
            {state !== "cancelled" && violations.map(({ code, params }) => <Status key={code} kind="gap" word={told("rule", code, params)} />)}
            {mayCallOff && (state === "planned" || state === "published") && <CallOff sessionId={id} heldOn={heldOn} act={act} />}
            {mayCallOff && mayRestore && <RestoreDate sessionId={id} heldOn={heldOn} act={act} />}
            {plan.isMine && calledOff !== null && <WhomToCall sessionId={id} heldOn={heldOn} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

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
          text("children-activities.plan.published", { published, blocked: blocked.length }),
          ...(moved.length > 0 ? [text("children-activities.plan.moved"), ...moved] : []),
        ].join("；"),
      );
    });
  return (
    <Await of={loaded} lines={8}>
      {(plan) => (
        <div class="lx-stack">
          <PageHead title={plan.title} note={plan.purpose}>
            {plan.isMine && !plan.signatures.some(({ kind }) => kind === "director") && (
              <Button onClick={() => void act(() => api("POST /programmes/:programmeId/director-signature", { params }))}>
                {text("children-activities.sign.asDirector")}
              </Button>
            )}
            {mayAnywhere("children-activities.signOff") && !plan.signatures.some(({ kind }) => kind === "community") && (
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
            {mayPlan(plan) && (
              <Button look="filled" onClick={() => void publish()}>
                {text("children-activities.plan.publish")}
              </Button>
            )}
          </PageHead>
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          <WaitingOverrides plan={plan} act={act} />
          <Gate plan={plan} />
          <Card title={text("children-activities.task.title")} isFlush>
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
