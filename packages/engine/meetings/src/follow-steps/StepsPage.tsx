import { useSignal } from "@preact/signals";
import { Await, Button, Card, dayText, EmptyState, mayAnywhere, PageHead, Status, t, useLoaded, type StatusKind } from "@lianxin/web-kit";
import { text } from "../api.js";
import { NewChain } from "./NewChain.js";
import { StepForms, StopForm, TakeBackForm } from "./StepForms.js";
import { loadChains, nameOf, type ShownChain } from "./step-words.js";

const kinds: Readonly<Record<ShownChain["steps"][number]["state"], StatusKind>> = {
  done: "done",
  overridden: "hold",
  skipped: "late",
  next: "soon",
  later: "todo",
};

function ChainCard({ chain, reload }: { readonly chain: ShownChain; readonly reload: () => Promise<void> }) {
  const said = chain.isComplete ? "complete" : chain.isEffective ? "effective" : "waiting";
  const next = chain.steps.filter(({ state }) => state === "next" || state === "skipped");
  return (
    <Card title={chain.title} aside={<Status kind={chain.isEffective ? "done" : "hold"} word={text(`meetings.steps.${said}`)} />}>
      <p class="lx-hint">{`${nameOf(chain)}（${chain.citation}）${chain.isVerified ? "" : ` ${text("meetings.room.unverified")}`}`}</p>
      {chain.matterId && (
        <p>
          <a href={`/matters/${chain.matterId}`}>{text("meetings.steps.matter")}</a>
        </p>
      )}
      {chain.stoppedReason && <p>{text("meetings.steps.stopped", { reason: chain.stoppedReason })}</p>}
      <ol>
        {chain.steps.map((step) => (
          <li key={step.id}>
            {nameOf(step)} <Status kind={kinds[step.state]} word={t(`meetings.steps.state.${step.state}`)} />{" "}
            <small class="lx-hint">
              {[step.on && dayText(step.on), step.note, step.votes && text("meetings.steps.votes.told", step.votes), step.reason].filter(Boolean).join(" ")}
            </small>
            {step.canBeTakenBack && mayAnywhere("meetings.convene") && <TakeBackForm chainId={chain.id} step={step} reload={reload} />}
          </li>
        ))}
      </ol>
      {chain.takenBack.map((one) => (
        <p key={`${one.nameZh}${one.doneOn}${one.on}`} class="lx-hint">
          {text("meetings.steps.wasTakenBack", { step: nameOf(one), doneOn: dayText(one.doneOn), on: dayText(one.on), reason: one.reason })}
        </p>
      ))}
      {chain.stoppedReason === null && next[0] && <StepForms key={next[0].id} chainId={chain.id} step={next[0]} reload={reload} />}
      {chain.stoppedReason === null && !chain.isComplete && mayAnywhere("meetings.arrange") && <StopForm chainId={chain.id} reload={reload} />}
    </Card>
  );
}

/** Which matters go through the required steps, and how far are they? */
export default function StepsPage() {
  const loaded = useLoaded(loadChains, [], { keepsOld: true });
  const isAdding = useSignal(false);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.steps.heading")} note={text("meetings.steps.note")}>
        {mayAnywhere("meetings.convene") && (
          <Button {...(!isAdding.value && { look: "filled" as const })} aria-expanded={isAdding.value} onClick={() => (isAdding.value = !isAdding.value)}>
            {text("meetings.steps.new")}
          </Button>
        )}
      </PageHead>
      {isAdding.value && <NewChain onStarted={loaded.reload} />}
      <Await of={loaded}>
        {(chains) =>
          chains.length === 0 ? (
            <EmptyState why={text("meetings.steps.empty")} />
          ) : (
            chains.map((chain) => <ChainCard key={chain.id} chain={chain} reload={loaded.reload} />)
          )
        }
      </Await>
    </div>
  );
}
