import "./Steps.css";
import { mayAnywhere } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { nameOf, type ShownChain } from "./step-words.js";

interface StepProps {
  readonly chainId: string;
  readonly step: ShownChain["steps"][number];
  readonly reload: () => Promise<void>;
}

const figures = ["due", "attending", "yes", "no", "abstain"] as const;
const nameOfFigure = (figure: (typeof figures)[number]): string => text(`meetings.steps.votes.${figure}`);
const checkFigure = (value: string, name: string) => (/^\d{1,5}$/.test(value) ? undefined : text("meetings.vote.number", { name }));
type Figures = Readonly<Record<(typeof figures)[number], string>>;
const eachFigure = <T,>(of: (figure: (typeof figures)[number]) => T) => Object.fromEntries(figures.map((figure) => [figure, of(figure)]));

/** How a vote outside the meetings kept here went, in one line of figures. */
const VoteFields = () => (
  <>
    <p class="lx-hint">{text("meetings.steps.votes.hint")}</p>
    <div class="steps-votes">
      {figures.map((figure) => (
        <TextField key={figure} name={figure} label={nameOfFigure(figure)} keyboard="numeric" width="short" />
      ))}
    </div>
  </>
);

function RecordForm({ chainId, step, reload }: StepProps) {
  const form = useForm({
    start: { doneOn: "", note: "", due: "", attending: "", yes: "", no: "", abstain: "0" },
    tidy: eachFigure(() => tidyDigits),
    check: ({ doneOn, note, ...votes }) => ({
      doneOn: neededChoice(doneOn, text("meetings.steps.doneOn")),
      note: needed(note, text("meetings.steps.noteLabel")),
      ...(step.isVote && eachFigure((figure) => checkFigure(votes[figure], nameOfFigure(figure)))),
    }),
    send({ doneOn, note, ...votes }: { doneOn: string; note: string } & Figures) {
      const { due, attending, yes, no, abstain } = votes;
      const counted = { due: Number(due), attending: Number(attending), yes: Number(yes), no: Number(no), abstain: Number(abstain) };
      return api("POST /chains/:chainId/steps", { params: { chainId }, body: { step: step.id, doneOn, note, ...(step.isVote && { votes: counted }) } });
    },
    async onDone() {
      await reload();
      toast(text("meetings.steps.recorded", { step: nameOf(step) }));
    },
  });
  return (
    <Form form={form} submit={text("meetings.steps.record")}>
      <DayField name="doneOn" label={text("meetings.steps.doneOn")} />
      <TextField name="note" label={text("meetings.steps.noteLabel")} maxLength={200} />
      {step.isVote && <VoteFields />}
    </Form>
  );
}

/** A step that was written down wrongly, to be written anew. */
export function TakeBackForm({ chainId, step, reload }: StepProps) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.steps.takeBackWhy")) }),
    send: ({ reason }) => api("POST /chains/:chainId/withdrawals", { params: { chainId }, body: { step: step.id, reason } }),
    async onDone() {
      await reload();
      toast(text("meetings.steps.takenBack", { step: nameOf(step) }));
    },
  });
  return (
    <details>
      <summary>{text("meetings.steps.takeBack", { step: nameOf(step) })}</summary>
      <Form form={form} submit={text("meetings.steps.takeBackDo")} look="soft">
        <TextField name="reason" label={text("meetings.steps.takeBackWhy")} hint={text("meetings.steps.takeBackHint")} maxLength={200} />
      </Form>
    </details>
  );
}

function OverrideForm({ chainId, step, reload }: StepProps) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.steps.overrideWhy")) }),
    send: ({ reason }) => api("POST /chains/:chainId/overrides", { params: { chainId }, body: { step: step.id, reason } }),
    onDone: () => reload(),
  });
  return (
    <details>
      <summary>{text("meetings.steps.override")}</summary>
      <Form form={form} submit={text("meetings.steps.override")}>
        <TextField name="reason" label={text("meetings.steps.overrideWhy")} maxLength={200} />
      </Form>
    </details>
  );
}

/** A matter is not followed further, with the reason; what was done stays. */
export function StopForm({ chainId, reload }: Omit<StepProps, "step">) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.steps.stopWhy")) }),
    send: ({ reason }) => api("POST /chains/:chainId/stop", { params: { chainId }, body: { reason } }),
    onDone: () => reload(),
  });
  return (
    <details>
      <summary>{text("meetings.steps.stop")}</summary>
      <Form form={form} submit={text("meetings.steps.stop")} look="soft">
        <TextField name="reason" label={text("meetings.steps.stopWhy")} hint={text("meetings.steps.stopHint")} maxLength={200} />
      </Form>
    </details>
  );
}

/** The step whose turn it is: done on a day, or left out with a reason; what must be published cannot be left out. */
export const StepForms = (props: StepProps) =>
  (mayAnywhere("meetings.convene") || mayAnywhere("meetings.arrange")) && (
    <section class="lx-stack" aria-label={nameOf(props.step)}>
      <h3>{nameOf(props.step)}</h3>
      {mayAnywhere("meetings.convene") && <RecordForm {...props} />}
      {props.step.kind === "gate" && mayAnywhere("meetings.arrange") && <OverrideForm {...props} />}
    </section>
  );
