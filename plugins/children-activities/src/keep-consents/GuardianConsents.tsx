import { useSignal } from "@preact/signals";
import { Button, browserPorts, dateOf } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { type Wording } from "../judge-safety/newest-on.js";
import { VersionField, versionSigned } from "./VersionField.js";

const purposes = ["data", "participation", "photo", "health"] as const;
type Purpose = (typeof purposes)[number];
interface Guardian {
  readonly guardianId: string;
  readonly name: string;
  readonly answers: Readonly<Record<Purpose, "yes" | "no" | "none">>;
}
interface Props {
  readonly childId: string;
  readonly guardian: Guardian;
  readonly texts: readonly Wording[];
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
  /** A no to keeping the data erases them: it is asked once more. */
  readonly onErase: () => void;
}
const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());

/** A yes from a signed sheet, with the day and the wording that were signed; a no from the day on which it is said. */
function SayForm({ childId, guardian, texts, act, purpose, onDone }: Omit<Props, "onErase"> & { readonly purpose: Purpose; readonly onDone: () => void }) {
  const form = useForm({
    start: { answer: guardian.answers[purpose] === "yes" ? "no" : "yes", givenOn: today(), textVersion: "" },
    check: ({ answer, givenOn }) => ({ givenOn: answer === "yes" ? needed(givenOn, text("children-activities.register.givenOn")) : undefined }),
    send: ({ answer, givenOn, textVersion }, idempotencyKey) =>
      api("POST /children/:childId/consents", {
        ...{ params: { childId }, idempotencyKey },
        body: {
          ...{ guardianId: guardian.guardianId, purpose, isYes: answer === "yes" },
          ...(answer === "yes" && { givenOn, textVersion: versionSigned(texts, { givenOn, textVersion }) }),
        },
      }),
    onDone: async () => {
      toast(text("children-activities.consent.noted"));
      onDone();
      await act(async () => undefined);
    },
  });
  const { answer, givenOn } = form.values.value;
  const sayable = purpose === "data" ? ["yes"] : ["yes", "no"];
  return (
    <Form form={form} submit={text("children-activities.limit.save")}>
      <ChoiceField
        name="answer"
        label={text("children-activities.limit.answer")}
        choices={sayable.map((value) => ({ value, label: text(value === "yes" ? "children-activities.own.agree" : "children-activities.own.withdraw") }))}
      />
      {answer === "yes" && (
        <>
          <DayField name="givenOn" label={text("children-activities.register.givenOn")} max={today()} />
          <VersionField texts={texts} givenOn={givenOn} />
        </>
      )}
    </Form>
  );
}

/** What one guardian said of each purpose, whatever the others say; a press writes down what they say now. */
export function GuardianConsents({ onErase, ...props }: Props) {
  const { guardian } = props;
  const asked = useSignal<Purpose | undefined>(undefined);
  const close = () => (asked.value = undefined);
  return (
    <>
      {purposes.map((purpose) => (
        <Button
          key={purpose}
          look="soft"
          aria-pressed={guardian.answers[purpose] === "yes"}
          onClick={() => (purpose === "data" && guardian.answers.data === "yes" ? onErase() : (asked.value = purpose))}
        >
          {told("consent", purpose)} {told("answered", guardian.answers[purpose])}
        </Button>
      ))}
      <Dialog isOpen={asked.value !== undefined} onClose={close} title={asked.value ? `${guardian.name}：${told("consent", asked.value)}` : ""}>
        {asked.value && <SayForm {...props} purpose={asked.value} onDone={close} />}
      </Dialog>
    </>
  );
}
