import { ChoiceField, needed, neededChoice, TextArea, TicksField } from "@lianxin/web-kit/forms";
import { t } from "@lianxin/web-kit";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { ways } from "./ways.js";

interface Values {
  readonly ways: readonly string[];
  readonly verdict: string;
  readonly note: string;
}
const start: Values = { ways: [], verdict: "", note: "" };

const check = ({ verdict, note }: Values) => ({
  verdict: neededChoice(verdict, text("commitments.check.verdict")),
  note: verdict === "failed" ? needed(note, text("commitments.check.missing")) : undefined,
});

/** Checks reported work: how one looked, passed or not, and what is missing. */
export const CheckButton = ({ line, onDone }: VerbProps) => (
  <VerbButton<Values>
    verb={text("commitments.verb.check")}
    title={text("commitments.check.title", { organization: line.ownerOrganization ?? "", title: line.title })}
    done={text("commitments.done.check")}
    isFilled
    start={start}
    check={check}
    send={({ ways: chosen, verdict, note }, idempotencyKey) =>
      api("POST /commitments/:commitmentId/checks", {
        params: { commitmentId: line.commitmentId! },
        body: { isPassed: verdict === "passed", ways: ways.filter((way) => chosen.includes(way)), note },
        idempotencyKey,
      })
    }
    onDone={onDone}
  >
    {({ verdict }) => (
      <>
        <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
        <TicksField name="ways" label={text("commitments.check.ways")} choices={ways.map((way) => ({ value: way, label: t(`commitments.way.${way}`) }))} />
        <ChoiceField
          name="verdict"
          label={text("commitments.check.verdict")}
          choices={[
            { value: "passed", label: text("commitments.check.passed") },
            { value: "failed", label: text("commitments.check.failed") },
          ]}
        />
        <TextArea
          name="note"
          label={text(verdict === "failed" ? "commitments.check.missing" : "commitments.check.note")}
          isOptional={verdict !== "failed"}
          maxLength={2000}
        />
      </>
    )}
  </VerbButton>
);
