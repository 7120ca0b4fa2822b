import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import { daysBetween } from "../tell-time/tell-time.js";

/** Days after the due day on which who is told: the helper, the team lead (网格长), the committee (书记). */
export const rungs = { helper: 1, lead: 3, committee: 7 } as const;
export type Rung = keyof typeof rungs;

const why = "the day's work tells whoever has to hear of what is overdue";

interface Overdue {
  readonly id: string;
  readonly elderId: string;
  readonly placePath: string;
  readonly dueOn: string;
}

async function overdueOn({ db }: ElderPairingContext, today: string): Promise<Overdue[]> {
  return everywhere(db, "elder_pairing_due", why)
    .select(["id", "elderId", "placePath", "dueOn"])
    .where("state", "in", ["due", "missed"])
    .where("dueOn", "<", today)
    .where("dueOn", ">=", `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`)
    .where((eb) => eb.or([eb("snoozedUntil", "is", null), eb("snoozedUntil", "<=", today)]))
    .execute();
}

async function tellHelpers(ctx: ElderPairingContext, late: readonly Overdue[]): Promise<number> {
  const { db, text, deliver, linkTo, clock } = ctx;
  const pairs = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.elderId", "cadre.id", "cadre.name", "cadre.phone"])
    .where("elder_pairing_pair.elderId", "in", ["", ...new Set(late.map(({ elderId }) => elderId))])
    .where("elder_pairing_pair.role", "=", "primary")
    .where("elder_pairing_pair.untilOn", "is", null)
    .execute();
  for (const [cadreId, theirs] of groupBy(pairs, ({ id }) => id)) {
    const { name, phone } = theirs[0]!;
    if (!phone) continue;
    const said = { count: theirs.length, link: linkTo("/elder-pairing/mine") };
    const words = { subject: text("elder-pairing.letter.late.subject", said, "zh-CN"), text: text("elder-pairing.letter.late", said, "zh-CN") };
    deliver({ channel: "sms", to: { personId: cadreId, name, address: phone }, key: `elder-pairing/late/${cadreId}/${clock.today()}`, ...words });
  }
  return pairs.length;
}

/** One digest for each who answers for a place: how many are late there, and for how long at most; never a name. */
async function tellLeads(ctx: ElderPairingContext, late: readonly Overdue[], kind: "grid_leader" | "secretary"): Promise<void> {
  const { use, text, deliver, linkTo, clock } = ctx;
  const counts = new Map<string, { count: number; days: number }>();
  for (const [path, there] of groupBy(late, ({ placePath }) => placePath))
    for (const { personId } of await use.directory.whoAnswersFor(kind, path)) {
      const known = counts.get(personId) ?? { count: 0, days: 0 };
      const days = Math.max(...there.map(({ dueOn }) => daysBetween(dueOn, clock.today())));
      counts.set(personId, { count: known.count + there.length, days: Math.max(known.days, days) });
    }
  const names = await use.directory.namesOf([...counts.keys()]);
  for (const [personId, { count, days }] of counts) {
    const channels = await use.directory.channelsOf(personId);
    const channel = channels.find((one) => one.kind === "mail") ?? channels.find((one) => one.kind === "phone");
    if (!channel) continue;
    const said = { count, days, link: linkTo("/elder-pairing") };
    const words = { subject: text("elder-pairing.letter.digest.subject", said, "zh-CN"), text: text("elder-pairing.letter.digest", said, "zh-CN") };
    const to = { personId, name: names.get(personId) ?? "", address: channel.address };
    deliver({ channel: channel.kind === "mail" ? "mail" : "sms", to, key: `elder-pairing/digest/${kind}/${personId}/${clock.today()}`, ...words });
  }
}

/** Each working morning: helpers hear of what is late since yesterday, leads and the committee of what stays late; one digest each, once a day. */
export async function urgeVisits(ctx: ElderPairingContext): Promise<Readonly<Record<Rung, number>>> {
  const today = ctx.clock.today();
  const late = await overdueOn(ctx, today);
  const at = (rung: Rung) => late.filter(({ dueOn }) => daysBetween(dueOn, today) >= rungs[rung]);
  const [helper, lead, committee] = [at("helper"), at("lead"), at("committee")];
  if (helper.length > 0) await tellHelpers(ctx, helper);
  if (lead.length > 0) await tellLeads(ctx, lead, "grid_leader");
  if (committee.length > 0) await tellLeads(ctx, committee, "secretary");
  return { helper: helper.length, lead: lead.length, committee: committee.length };
}
