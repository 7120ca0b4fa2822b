import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, useForm } from "@lianxin/web-kit/forms";
import { text, told } from "../api.js";

const reasons = ["mistaken", "twice", "elsewhere"] as const;
type Reason = (typeof reasons)[number];
interface Props {
  /** The line, to say which one it is. */
  readonly about: string;
  readonly strike: (reason: Reason) => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

function StrikeForm({ about, strike, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const form = useForm({
    start: { reason: "mistaken" },
    send: ({ reason }) => strike(reason as Reason),
    onDone: async () => {
      toast(text("children-activities.incident.strike.done"));
      onClose();
      await onDone();
    },
  });
  return (
    <>
      <p>{about}</p>
      <p>{text("children-activities.incident.strike.sure")}</p>
      <Form form={form} submit={text("children-activities.incident.strike")}>
        <ChoiceField
          name="reason"
          label={text("children-activities.incident.strike.why")}
          choices={reasons.map((value) => ({ value, label: told("strike", value) }))}
        />
      </Form>
    </>
  );
}

/** Strikes out a line that is wrong, after it was said which one and why. */
export function StrikeButton(props: Props) {
  const asks = useSignal(false);
  const close = () => (asks.value = false);
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.incident.strike")} ${props.about}`} onClick={() => (asks.value = true)}>
        {text("children-activities.incident.strike")}
      </Button>
      <Dialog isOpen={asks.value} onClose={close} title={text("children-activities.incident.strike")}>
        <StrikeForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}
