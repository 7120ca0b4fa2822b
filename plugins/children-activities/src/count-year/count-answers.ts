import { countsAnswers } from "../end-retention/retention.js";
import { consentPurposes, type ConsentPurpose } from "../judge-safety/consent-texts.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf, instantOf } from "../tell-time/tell-time.js";

type AnswerCounts = Readonly<Record<ConsentPurpose, number>>;

const countChildren = (rows: readonly { readonly purpose: string; readonly childId: string }[]): AnswerCounts =>
  Object.fromEntries(
    consentPurposes.map((purpose) => [purpose, new Set(rows.flatMap((row) => (row.purpose === purpose ? [row.childId] : []))).size]),
  ) as AnswerCounts;

/**
 * Of how many of these children a guardian signed yes in a calendar year, and of how many one took a yes back that held until then, each child once for a purpose whoever said it how often. What ended because
 * the house erased the child, a guardian does not answer for it any more or a last day came was taken back by nobody. Null when not all of that year is kept any more. O(answers of the year).
 */
export async function countAnswers(
  { db, clock }: ActivitiesContext,
  childIds: readonly string[],
  year: string,
): Promise<{ readonly agreed: AnswerCounts; readonly takenBack: AnswerCounts } | null> {
  if (!countsAnswers(year, clock.today())) return null;
  const yes = () =>
    db
      .selectFrom("children_activities_consent")
      .select(["childId", "purpose", "withdrawnAt", "untilOn", "endedAt"])
      .where("childId", "in", ["none", ...childIds])
      .where("answer", "=", "yes");
  const [given, withdrawn] = await Promise.all([
    yes().where("fromOn", ">=", `${year}-01-01`).where("fromOn", "<=", `${year}-12-31`).execute(),
    yes()
      .where("withdrawnBy", "=", "guardian")
      .where("withdrawnAt", ">=", instantOf(`${year}-01-01`, "00:00", clock.zone))
      .where("withdrawnAt", "<", instantOf(`${Number(year) + 1}-01-01`, "00:00", clock.zone))
      .execute(),
  ]);
  const held = withdrawn.filter(
    ({ withdrawnAt, untilOn, endedAt }) => (untilOn === null || untilOn >= dayOf(withdrawnAt!, clock.zone)) && (endedAt === null || endedAt >= withdrawnAt!),
  );
  return { agreed: countChildren(given), takenBack: countChildren(held) };
}
