import { within, type Scope } from "@lianxin/plugin-kit";
import { law } from "../judge-safety/law.js";
import { countsAnswers, countsChecks } from "../end-retention/retention.js";
import { attendancesOf } from "../keep-safe/session.repository.js";
import type { HomeRow } from "../keep-homes/home.repository.js";
import { incidentKinds, offices } from "../note-incident/incident.js";
import type { ActivitiesContext } from "../plugin.js";
import { instantOf } from "../tell-time/tell-time.js";
import { countReadings } from "../tell-readers/count-readings.js";
import { countAnswers } from "./count-answers.js";
import { countBands, type BandCounts } from "./count-bands.js";
import { countSpells } from "./count-spells.js";
import { hideSmall } from "./hide-small.js";

const countBy = <K extends string, T>(keys: readonly K[], rows: readonly T[], keyOf: (row: T) => string): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, rows.filter((row) => keyOf(row) === key).length])) as Record<K, number>;
type Tally = Readonly<Record<"measure" | "ageBand", string>> & { readonly count: number };
/** With the sums of homes whose attendance of that year is not kept any more. */
const withTallies = (counts: BandCounts, measure: string, tallies: readonly Tally[]): BandCounts => {
  const sums: Record<string, number> = { ...counts };
  for (const tally of tallies) if (tally.measure === measure) sums[tally.ageBand]! += tally.count;
  return sums as BandCounts;
};
/** Was it a home on any of these days? Not before it opened, and not when it was closed before the first of them until after the last. */
const wasOpen = ({ openedOn, closedOn, closures }: Pick<HomeRow, "openedOn" | "closedOn" | "closures">, from: string, until: string): boolean =>
  (openedOn === null || openedOn <= until) &&
  (closedOn === null || closedOn >= from) &&
  !(closures ?? []).some((one) => one.closedOn < from && one.reopenedOn > until);

/** Who signs anything lets the child's data be kept, and of what was signed this year all of what was taken back may be a part: no difference of the two tells few either. */
function hideAnswers(answers: Awaited<ReturnType<typeof countAnswers>>, smallest: number) {
  if (!answers) return { agreed: null, takenBack: null };
  const { agreed, takenBack } = answers;
  const { data } = agreed;
  return { agreed: hideSmall(agreed, smallest, { data, participation: data, photo: data, health: data }), takenBack: hideSmall(takenBack, smallest, agreed) };
}

/**
 * The yearly report of the places one may see: what was held, how the rules were kept, what was agreed to and taken back, who read children's data how often and for what, in figures. Fewer than the law's smallest cell is
 * never shown, of children, incidents and answers alike. O(rows of the year).
 */
export async function countYear(ctx: ActivitiesContext, scope: Scope, year: string) {
  const { db, clock } = ctx;
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const [begins, ends] = [from, `${Number(year) + 1}-01-01`].map((day) => instantOf(day, "00:00", clock.zone)) as [string, string];
  const [homes, sessions, adults, children, incidents, reports, tallies] = await Promise.all([
    within(db, scope, "children_activities_home").select(["id", "openedOn", "closedOn", "closures", "directorId"]).execute(),
    within(db, scope, "children_activities_session").selectAll().where("heldOn", ">=", from).where("heldOn", "<=", until).execute(),
    within(db, scope, "children_activities_adult").select(["id"]).execute(),
    within(db, scope, "children_activities_child").select(["id"]).execute(),
    within(db, scope, "children_activities_incident")
      .select(["kind", "at"])
      .where("struckAt", "is", null)
      .where("at", ">=", begins)
      .where("at", "<", ends)
      .execute(),
    within(db, scope, "children_activities_report")
      .select(["office"])
      .where("struckAt", "is", null)
      .where("reportedAt", ">=", begins)
      .where("reportedAt", "<", ends)
      .execute(),
    within(db, scope, "children_activities_tally").select(["measure", "ageBand", "count"]).where("year", "=", year).execute(),
  ]);
  const held = sessions.filter(({ state }) => state === "open" || state === "closed");
  const ids = ["none", ...held.map(({ id }) => id)];
  const [attendances, alarms, overrides, checks, answers, readings] = await Promise.all([
    attendancesOf(db, ids),
    db.selectFrom("children_activities_alarm").select(["sessionId", "fromAt", "untilAt"]).where("sessionId", "in", ids).execute(),
    db.selectFrom("children_activities_override").select("id").where("sessionId", "in", ids).where("confirmedAt", "is not", null).execute(),
    db
      .selectFrom("children_activities_record_check")
      .select(["verdict"])
      .where("adultId", "in", ["none", ...adults.map(({ id }) => id)])
      .where("checkedOn", ">=", from)
      .where("checkedOn", "<=", until)
      .execute(),
    countAnswers(
      ctx,
      children.map(({ id }) => id),
      year,
    ),
    countReadings(ctx, {
      ...{ childIds: children.map(({ id }) => id), directorIds: homes.map(({ directorId }) => directorId) },
      ...{ from: begins, before: ends },
    }),
  ]);
  const came = countBands(attendances);
  const smallest = law.smallestCell.value;
  return {
    ...{ year, asOf: clock.today(), smallest, citation: law.smallestCell.citation, readingCitation: law.readingLog.citation },
    homes: homes.filter((home) => wasOpen(home, from, until)).length,
    sessions: held.length,
    // A date of a draft that was dropped before anybody could read of it is no session that was cancelled.
    cancelled: sessions.filter(({ state, calledOffAt, wasPublished }) => state === "cancelled" && (calledOffAt !== null || wasPublished)).length,
    children: hideSmall(withTallies(came.children, "children", tallies), smallest),
    visits: hideSmall(withTallies(came.visits, "visits", tallies), smallest),
    checks: countsChecks(year, clock.today())
      ? hideSmall(
          countBy(["clear", "not_clear"] as const, checks, ({ verdict }) => verdict),
          smallest,
        )
      : null,
    alarms: countSpells(alarms, clock.now()),
    overrides: overrides.length,
    ...hideAnswers(answers, smallest),
    incidents: hideSmall(
      countBy(incidentKinds, incidents, ({ kind }) => kind),
      smallest,
    ),
    readings: countsAnswers(year, clock.today()) ? readings : null,
    reports: hideSmall(
      countBy(offices, reports, ({ office }) => office),
      smallest,
    ),
  };
}
