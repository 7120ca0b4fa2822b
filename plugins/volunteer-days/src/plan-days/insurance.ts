import { Type } from "typebox";
import { errors } from "../errors.js";
import { findRisk } from "../join-rules/work-rules.js";
import { Day, Line, orNull, Words } from "../shapes.js";
import { isDay } from "../tell-time/tell-time.js";

/** Accident insurance of a series' volunteers (《志愿服务条例》第十七条): who insures, the policy, from when until when, and in words who is covered and whom to call. */
export interface Insurance {
  readonly insurer: string | null;
  readonly policyNumber: string | null;
  readonly insuredFrom: string | null;
  readonly insuredUntil: string | null;
  readonly insurance: string | null;
}
export const InsuranceShape = {
  ...{ insurer: Type.Optional(orNull(Line)), policyNumber: Type.Optional(orNull(Line)) },
  ...{ insuredFrom: Type.Optional(orNull(Day)), insuredUntil: Type.Optional(orNull(Day)), insurance: Type.Optional(orNull(Words)) },
};

/** What was said of the insurance, the rest as nothing; throws dayInvalid, datesTurned. */
export function readInsurance(said: { readonly [K in keyof Insurance]?: string | null | undefined }): Insurance {
  const { insurer = null, policyNumber = null, insuredFrom = null, insuredUntil = null, insurance = null } = said;
  if (insuredFrom !== null && !isDay(insuredFrom)) throw errors.dayInvalid({ value: insuredFrom }, "body.insuredFrom");
  if (insuredUntil !== null && !isDay(insuredUntil)) throw errors.dayInvalid({ value: insuredUntil }, "body.insuredUntil");
  if (insuredFrom !== null && insuredUntil !== null && insuredUntil < insuredFrom) throw errors.datesTurned({}, "body.insuredUntil");
  return { insurer, policyNumber, insuredFrom, insuredUntil, insurance };
}

/** Is somebody who serves that day insured? All four facts are there, and the day lies in the time. */
export const isInsured = ({ insurer, policyNumber, insuredFrom, insuredUntil }: Omit<Insurance, "insurance">, day: string): boolean =>
  insurer !== null && policyNumber !== null && insuredFrom !== null && insuredUntil !== null && insuredFrom <= day && day <= insuredUntil;

/** Work with bodily danger asks for an insurance with all its facts, not run out; throws insuranceNeeded, naming the first that is missing. */
export function checkInsured({ insurer, policyNumber, insuredFrom, insuredUntil }: Omit<Insurance, "insurance">, work: string, day: string): void {
  const word = findRisk(work, day);
  if (!word) return;
  const missing = Object.entries({ insurer, policyNumber, insuredFrom, insuredUntil }).find(([, value]) => !value?.trim());
  if (missing) throw errors.insuranceNeeded({ word }, `body.${missing[0]}`);
  if (insuredUntil! < day) throw errors.insuranceNeeded({ word }, "body.insuredUntil");
}
