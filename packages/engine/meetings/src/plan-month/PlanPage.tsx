import "./Plan.css";
import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, dateOf, dayText, Notice, PageHead, useLoaded, type Loaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { ApplyPlan, countChanges } from "./ApplyPlan.js";
import { MoveDialog } from "./MoveDialog.js";
import { OtherWay } from "./OtherWay.js";
import { Moves, Unplaced, Working } from "./PlanParts.js";
import { blocksOf, readPlan, type Block, type PlanAnswer } from "./plan-api.js";
import { BlockButton, Timetable } from "./Timetable.js";

const lookEvery = 500;
const spanOf = ({ fromOn, untilOn }: PlanAnswer) => ({ from: dayText(fromOn), until: dayText(untilOn) });

function headingOf({ kind, state, entries, total, placed }: PlanAnswer): string {
  if (state === "failed") return text("meetings.plan.heading.failed");
  const moved = entries.filter(({ was }) => was !== null).length;
  if (kind === "repair") return moved === 0 ? text("meetings.plan.heading.none") : text("meetings.plan.heading.repair", { moved, still: total - moved });
  return placed === total ? text("meetings.plan.heading.all", { total }) : text("meetings.plan.heading.month", { placed });
}

function DayList({ blocks, onOpen }: { readonly blocks: readonly Block[]; readonly onOpen: (block: Block) => void }) {
  const days = [...new Set(blocks.map(({ startsAt }) => dateOf(startsAt)))];
  return (
    <Card title={text("meetings.plan.list")}>
      {days.map((day) => (
        <section key={day} class="plan-day">
          <h3>{dayText(day)}</h3>
          {blocks
            .filter(({ startsAt }) => dateOf(startsAt) === day)
            .map((block) => (
              <BlockButton key={block.id} block={block} onOpen={onOpen} />
            ))}
        </section>
      ))}
    </Card>
  );
}

function Ready({ plan, reload }: { readonly plan: PlanAnswer; readonly reload: () => Promise<void> }) {
  const moving = useSignal<{ readonly block: Block; readonly dropped?: { readonly day: string; readonly venueId: string | null } } | undefined>(undefined);
  const blocks = blocksOf(plan);
  const open = (block: Block) => plan.state === "ready" && (moving.value = { block });
  return (
    <div class="lx-stack">
      <Moves plan={plan} />
      <Unplaced plan={plan} />
      <Card title={text("meetings.plan.table")}>
        <div class="lx-stack">
          <p class="lx-hint">{text("meetings.plan.table.hint")}</p>
          <Timetable
            blocks={blocks}
            venues={plan.venues}
            from={plan.fromOn}
            until={plan.untilOn}
            onOpen={open}
            onDrop={(block, day, venueId) => plan.state === "ready" && (moving.value = { block, dropped: { day, venueId } })}
          />
        </div>
      </Card>
      <DayList blocks={blocks} onOpen={open} />
      {moving.value && (
        <MoveDialog
          key={moving.value.block.id}
          planId={plan.id}
          block={moving.value.block}
          dropped={moving.value.dropped}
          venues={plan.venues}
          onClose={() => (moving.value = undefined)}
          onMoved={reload}
        />
      )}
    </div>
  );
}

function Shown({ plan, loaded }: { readonly plan: PlanAnswer; readonly loaded: Loaded<PlanAnswer> }) {
  useEffect(() => {
    if (!plan.isWorking) return;
    const timer = setTimeout(() => void loaded.reload(), lookEvery);
    return () => clearTimeout(timer);
  }, [plan]);
  if (plan.isWorking)
    return (
      <>
        <PageHead title={text("meetings.plans.heading")} note={text("meetings.plan.note", spanOf(plan))} />
        <Working plan={plan} />
      </>
    );
  const failure = plan.error === "missing-holiday-year" || plan.error === "interrupted" ? plan.error : "other";
  return (
    <>
      <PageHead title={headingOf(plan)} note={text(plan.state === "applied" ? "meetings.plan.used" : "meetings.plan.note", spanOf(plan))}>
        {plan.state === "ready" && <ApplyPlan plan={plan} onApplied={loaded.reload} />}
        {plan.state === "ready" && plan.kind === "repair" && countChanges(plan) > 0 && <OtherWay planId={plan.id} />}
        {plan.state === "ready" && plan.kind === "repair" && <ButtonLink href="/meetings">{text("meetings.plan.leave")}</ButtonLink>}
        <ButtonLink href="/meetings/plans">{text("meetings.plan.again")}</ButtonLink>
      </PageHead>
      {plan.skipped > 0 && <Notice kind="warning">{text("meetings.plan.skipped", { count: plan.skipped })}</Notice>}
      {plan.halted !== null && <Notice kind="warning">{text("meetings.plan.halted", { set: plan.halted, left: countChanges(plan) - plan.halted })}</Notice>}
      {plan.state === "failed" ? <p>{text(`meetings.plan.failed.${failure}`)}</p> : <Ready plan={plan} reload={loaded.reload} />}
    </>
  );
}

/** One plan: how far it is, then a timetable of rooms and days in which meetings can be moved before anyone is told. */
export default function PlanPage() {
  const { params } = useRoute();
  const loaded = useLoaded(() => readPlan(params["planId"]!), [params["planId"]]);
  return (
    <div class="lx-stack">
      <Await of={loaded} lines={8}>
        {(plan) => <Shown plan={plan} loaded={loaded} />}
      </Await>
    </div>
  );
}
