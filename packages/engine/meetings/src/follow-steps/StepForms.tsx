import { mayAnywhere } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { nameOf, type ShownChain } from "./step-words.js";

interface StepProps {
  readonly chainId: string;
  readonly step: ShownChain["steps"][number];
  readonly reload: () => Promise<void>;
}

function RecordForm({ chainId, step, reload }: StepProps) {
  const form = useForm({
    start: { doneOn: "", note: "" },
    check: ({ doneOn, note }) => ({ doneOn: neededChoice(doneOn, text("meetings.steps.doneOn")), note: needed(note, text("meetings.steps.noteLabel")) }),
    send: ({ doneOn, note }) => api("POST /chains/:chainId/steps", { params: { chainId }, body: { step: step.id, doneOn, note } }),
    onDone: () => reload(),
  });
  return (
    <Form form={form} submit={text("meetings.steps.record")}>
      <DayField name="doneOn" label={text("meetings.steps.doneOn")} />
      <TextField name="note" label={text("meetings.steps.noteLabel")} maxLength={200} />
    </Form>
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
