import { Notice } from "@lianxin/web-kit";
import { SelectField, TextArea, TimeField } from "@lianxin/web-kit/forms";
import { text, told } from "../api.js";

export const kinds = ["accident", "bullying", "missing", "other", "disclosure"] as const;
interface Props {
  readonly kind: string;
  readonly timeHint: string;
  /** On a later day nobody means "now". */
  readonly isTimeNeeded?: boolean;
  /** The field that says which child, and who may be meant. */
  readonly child: { readonly name: string; readonly choices: readonly { readonly value: string; readonly label: string }[] };
}

/** What is asked of an incident. Of what a child discloses neither child nor words are asked: they are not kept here. */
export const IncidentFields = ({ kind, timeHint, isTimeNeeded = false, child }: Props) => (
  <>
    <SelectField name="kind" label={text("children-activities.incident.kind")} choices={kinds.map((value) => ({ value, label: told("incident", value) }))} />
    <TimeField name="time" label={text("children-activities.incident.time")} hint={timeHint} isOptional={!isTimeNeeded} />
    {kind === "disclosure" ? (
      <Notice kind="warning">{text("children-activities.incident.silent")}</Notice>
    ) : (
      <>
        <SelectField
          name={child.name}
          label={text("children-activities.incident.who")}
          empty={text("children-activities.incident.nobody")}
          choices={child.choices}
        />
        <TextArea
          name="words"
          label={text("children-activities.incident.words")}
          hint={text("children-activities.incident.words.hint")}
          isOptional
          maxLength={1000}
        />
      </>
    )}
  </>
);
