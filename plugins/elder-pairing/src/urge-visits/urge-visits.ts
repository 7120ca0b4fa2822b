import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import { daysBetween, weekdayOf } from "../tell-time/tell-time.js";
import { isLate } from "./late-visits.js";
import { tellInstead } from "./tell-instead.js";
import { tellLead } from "./tell-lead.js";

/** Days after the due day on which who is told: the helper, the team lead (网格长), the committee (书记). */
export const rungs = { helper: 1, lead: 3, committee: 7 } as const;
export type Rung = keyof typeof rungs;

const why = "the day's work tells whoever has to hear of what is overdue";

/** An elder somebody should have seen, since the first visit that was missed. */
interface Overdue {
  readonly elderId: string;
  readonly placePath: string;
  readonly dueOn: string;
}

/** Elders who wait, each once, with the first day nobody came; what was put off is left alone meanwhile, and nothing else of theirs. */
async function overdueOn({ db }: ElderPairingContext, today: string): Promise<Overdue[]> {
  const rows = await everywhere(db, "elder_pairing_due", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
    .select(["elder_pairing_due.elderId", "elder.placePath", "elder_pairing_due.dueOn", "elder_pairing_due.snoozedUntil"])
    .where((eb) => isLate(eb, today))
    .orderBy("elder_pairing_due.dueOn", "desc")
    .execute();
  const waits = ({ snoozedUntil }: (typeof rows)[number]): boolean => snoozedUntil !== null && snoozedUntil > today;
  return [...new Map(rows.filter((row) => !waits(row)).map((row) => [row.elderId, row])).values()];
}

/** Told each working day for so many days; what nobody could mend by then is told on Mondays. */
const daily = 30;
const isTold = ({ dueOn }: Overdue, today: string): boolean => daysBetween(dueOn, today) <= daily || weekdayOf(today) === 1;

/** Whoever answers for them today hears of it: the first helper, or who stands in for one who is away. */
async function tellHelpers(ctx: ElderPairingContext, late: readonly Overdue[]): Promise<void> {
  const { db, text, deliver, linkTo, clock } = ctx;
  const comes = await whoComes(
    db,
    clock.today(),
    late.map(({ elderId }) => elderId),
  );
  const cadres = await everywhere(db, "elder_pairing_cadre", why)
    .select(["id", "name", "phone"])
    .where("id", "in", ["", ...new Set([...comes.values()].map(({ cadreId }) => cadreId))])
    .execute();
  for (const { id, name, phone } of cadres) {
    if (!phone) continue;
    const count = late.filter(({ elderId }) => comes.get(elderId)?.cadreId === id).length;
    const said = { count, link: linkTo("/elder-pairing/mine") };
    const words = { subject: text("elder-pairing.letter.late.subject", said, "zh-CN"), text: text("elder-pairing.letter.late", said, "zh-CN") };
    deliver({ channel: "sms", to: { personId: id, name, address: phone }, key: `elder-pairing/late/${id}/${clock.today()}`, ...words });
  }
}

/** One digest for each who answers for a place: how many are late there, and for how long at most; never a name. */
async function tellLeads(ctx: ElderPairingContext, late: readonly Overdue[], kind: "grid_leader" | "secretary"): Promise<void> {
  const { use, linkTo, clock } = ctx;
  const counts = new Map<string, { count: number; days: number }>();
  for (const [path, there] of groupBy(late, ({ placePath }) => placePath))
    for (const { personId } of await use.directory.whoAnswersFor(kind, path)) {
      const known = counts.get(personId) ?? { count: 0, days: 0 };
      const days = Math.max(...there.map(({ dueOn }) => daysBetween(dueOn, clock.today())));
      counts.set(personId, { count: known.count + there.length, days: Math.max(known.days, days) });
    }
  const least = kind === "grid_leader" ? rungs.lead : rungs.committee;
  for (const [personId, said] of counts)
    await tellLead(ctx, personId, { what: "digest", said: { ...said, least, link: linkTo("/elder-pairing") }, key: `${kind}/${personId}/${clock.today()}` });
}

/**
 * Each working morning: helpers hear of who waits since yesterday, leads and the committee of who goes on waiting, and leads of who was found because somebody said no; one digest each, once a day, and once a week
 * after a month. It ends when the elder is seen, wishes no visit, dies or moves away.
 */
export async function urgeVisits(ctx: ElderPairingContext): Promise<Readonly<Record<Rung, number>>> {
  const today = ctx.clock.today();
  const late = (await overdueOn(ctx, today)).filter((one) => isTold(one, today));
  const at = (rung: Rung) => late.filter(({ dueOn }) => daysBetween(dueOn, today) >= rungs[rung]);
  const [helper, lead, committee] = [at("helper"), at("lead"), at("committee")];
  if (helper.length > 0) await tellHelpers(ctx, helper);
  if (lead.length > 0) await tellLeads(ctx, lead, "grid_leader");
  if (committee.length > 0) await tellLeads(ctx, committee, "secretary");
  await tellInstead(ctx);
  return { helper: helper.length, lead: lead.length, committee: committee.length };
}
