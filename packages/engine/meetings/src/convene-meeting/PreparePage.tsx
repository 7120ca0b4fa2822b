import { useLocation, useRoute } from "preact-iso";
import { Await, ButtonLink, Meta, PageHead, useLoaded, whenText } from "@lianxin/web-kit";
import { readDraft, text, type Draft } from "../api.js";
import { MaterialsCard } from "../keep-materials/MaterialsCard.js";
import { NextSteps } from "../tell-people/NextSteps.js";
import { ThrowAway } from "../change-meeting/ThrowAway.js";
import { AgendaStep } from "./AgendaStep.js";
import { CheckStep } from "./CheckStep.js";
import { NoticeStep } from "./NoticeStep.js";
import { PeopleStep } from "./PeopleStep.js";
import { Steps, steps } from "./Steps.js";
import { TimeStep } from "./TimeStep.js";
import "./Convene.css";

const parts = { agenda: AgendaStep, people: PeopleStep, time: TimeStep, notice: NoticeStep, publish: CheckStep } as const;
type Part = keyof typeof parts;

/** The furthest step a draft can be on: without a time there is no notice to write. */
function stepOf(asked: string | undefined, { startsAt }: Draft): Part {
  const step = steps.find((name): name is Part => name === asked) ?? "people";
  return startsAt === null && (step === "notice" || step === "publish") ? "time" : step;
}

const Announced = ({ draft }: { readonly draft: Draft }) => (
  <div class="lx-stack">
    <PageHead
      title={text("meetings.done.heading", { number: draft.number ?? "" })}
      note={<Meta>{[draft.title, draft.startsAt && whenText(draft.startsAt, draft.endsAt ?? undefined), draft.venueName]}</Meta>}
    />
    <NextSteps meetingId={draft.id} />
    <div class="lx-actions">
      <ButtonLink href={`/meetings/${draft.id}`} look="filled">
        {text("meetings.done.open")}
      </ButtonLink>
    </div>
  </div>
);

/** The steps of convening on a draft that tells nobody until it is announced. */
export default function PreparePage() {
  const { id } = useRoute().params as { id: string };
  const { query } = useLocation();
  const draft = useLoaded(() => readDraft(id), [id, query.step], { keepsOld: true });
  return (
    <Await of={draft}>
      {(value) => {
        if (value.state !== "draft") return <Announced draft={value} />;
        const step = stepOf(query.step, value);
        const Step = parts[step];
        return (
          <div class="lx-stack">
            <Steps at={steps.indexOf(step)} meetingId={id} />
            <Step draft={value} reload={draft.reload} />
            <MaterialsCard meetingId={id} materials={value.materials} mayChange reload={draft.reload} />
            <ThrowAway draft={value} />
          </div>
        );
      }}
    </Await>
  );
}
