import { SelectField } from "@lianxin/web-kit/forms";
import { text, told } from "../api.js";

const kinds = ["director", "teacher", "student", "volunteer"] as const;
export type AdultKind = (typeof kinds)[number];

/** As what an adult is with children. */
export function KindField() {
  return <SelectField name="kind" label={text("children-activities.adults.kind")} choices={kinds.map((value) => ({ value, label: told("adult", value) }))} />;
}
