import { DayField, TextField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

export interface InsuranceValues {
  insurer: string;
  policyNumber: string;
  insuredFrom: string;
  insuredUntil: string;
  insurance: string;
}
export const noInsurance: InsuranceValues = { insurer: "", policyNumber: "", insuredFrom: "", insuredUntil: "", insurance: "" };

type Kept = { readonly [K in keyof InsuranceValues]: string | null };
export const valuesOf = ({ insurer, policyNumber, insuredFrom, insuredUntil, insurance }: Kept): InsuranceValues => ({
  ...{ insurer: insurer ?? "", policyNumber: policyNumber ?? "", insurance: insurance ?? "" },
  ...{ insuredFrom: insuredFrom ?? "", insuredUntil: insuredUntil ?? "" },
});
export const insuranceOf = ({ insurer, policyNumber, insuredFrom, insuredUntil, insurance }: InsuranceValues): Kept => ({
  ...{ insurer: insurer.trim() || null, policyNumber: policyNumber.trim() || null, insurance: insurance.trim() || null },
  ...{ insuredFrom: insuredFrom || null, insuredUntil: insuredUntil || null },
});

/** Who insures the volunteers, by which policy, from when until when. */
export const InsuranceFields = () => (
  <>
    <TextField name="insurer" label={text("volunteer-days.series.insurer")} hint={text("volunteer-days.series.insurer.hint")} isOptional maxLength={100} />
    <TextField name="policyNumber" label={text("volunteer-days.series.policy")} isOptional maxLength={100} />
    <DayField name="insuredFrom" label={text("volunteer-days.series.insuredFrom")} isOptional />
    <DayField name="insuredUntil" label={text("volunteer-days.series.insuredUntil")} isOptional />
    <TextField
      name="insurance"
      label={text("volunteer-days.series.insurance")}
      hint={text("volunteer-days.series.insurance.hint")}
      isOptional
      maxLength={500}
    />
  </>
);
