import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";

const why = "helpers hear of their own pairs";
const atOnce = 500;

/** Pairs whose helper has not heard of them. */
const untold = ({ db }: ElderPairingContext) =>
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.id", "elder_pairing_pair.role", "elder_pairing_pair.cadreId", "cadreAgreedAt", "cadre.name", "cadre.phone"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.toldAt", "is", null)
    .orderBy("elder_pairing_pair.id")
    .execute();

/** "1 位老人的 A 角、2 位老人的 B 角": of what somebody is none of nothing is said. */
function sayRoles({ text }: ElderPairingContext, theirs: readonly { readonly role: string }[]): string {
  const said = (["primary", "backup", "cover"] as const).map((role) => {
    const count = theirs.filter((one) => one.role === role).length;
    return count > 0 && text(`elder-pairing.letter.paired.${role}`, { count }, "zh-CN");
  });
  return said.filter(Boolean).join("、");
}

/** Whoever became a first helper, a backup or a cover since the last time: one message each with counts and the page, never an elder's name. Gives how many heard. */
export async function tellNewPairs(ctx: ElderPairingContext): Promise<number> {
  const { db, text, deliver, linkTo, clock } = ctx;
  const pairs = await untold(ctx);
  for (const [cadreId, theirs] of groupBy(pairs, (one) => one.cadreId)) {
    const { id, name, phone } = theirs[0]!;
    if (!phone) continue;
    const isAsked = theirs.some(({ role, cadreAgreedAt }) => role === "primary" && cadreAgreedAt === null);
    const ask = isAsked ? text("elder-pairing.letter.paired.ask", {}, "zh-CN") : "";
    const said = { what: sayRoles(ctx, theirs), ask, link: linkTo("/elder-pairing/mine") };
    const words = { subject: text("elder-pairing.letter.paired.subject", said, "zh-CN"), text: text("elder-pairing.letter.paired", said, "zh-CN") };
    deliver({ channel: "sms", to: { personId: cadreId, name, address: phone }, key: `elder-pairing/paired/${cadreId}/${id}`, ...words });
  }
  const ids = pairs.map(({ id }) => id);
  for (let i = 0; i < ids.length; i += atOnce)
    await db
      .updateTable("elder_pairing_pair")
      .set({ toldAt: clock.now() })
      .where("id", "in", ids.slice(i, i + atOnce))
      .execute();
  return new Set(pairs.map(({ cadreId }) => cadreId)).size;
}

/** "9月12日" */
function sayDay({ text }: ElderPairingContext, on: string): string {
  const [month, day] = on.slice(5).split("-").map(Number) as [number, number];
  return text("elder-pairing.letter.day", { month, day }, "zh-CN");
}

/** First helpers' pairs that stand still today because of a leave, with the leave. */
const standingStill = ({ db, clock }: ElderPairingContext) =>
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_leave as leave", "leave.cadreId", "elder_pairing_pair.cadreId")
    .innerJoin("elder_pairing_cadre as away", "away.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.elderId", "leave.id as leaveId", "leave.toOn", "away.name as away"])
    .where("elder_pairing_pair.role", "=", "primary")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.effectiveOn", "is not", null)
    .where("leave.fromOn", "<=", clock.today())
    .where("leave.toOn", ">=", clock.today())
    .execute();

/** Backups who answer in the place of a first helper on leave: one message for each leave, on its first day, with how many and until when. */
export async function tellStandIns(ctx: ElderPairingContext): Promise<number> {
  const { db, text, deliver, linkTo, clock } = ctx;
  const still = await standingStill(ctx);
  const comes = await whoComes(
    db,
    clock.today(),
    still.map(({ elderId }) => elderId),
  );
  const standIns = still.flatMap((one) => {
    const who = comes.get(one.elderId);
    return who?.role === "backup" ? [{ ...one, cadreId: who.cadreId }] : [];
  });
  const cadres = await everywhere(db, "elder_pairing_cadre", why)
    .select(["id", "name", "phone"])
    .where("id", "in", ["", ...new Set(standIns.map(({ cadreId }) => cadreId))])
    .execute();
  for (const theirs of groupBy(standIns, ({ cadreId, leaveId }) => `${cadreId} ${leaveId}`).values()) {
    const { cadreId, leaveId, toOn, away } = theirs[0]!;
    const { name, phone } = cadres.find(({ id }) => id === cadreId)!;
    if (!phone) continue;
    const said = { count: theirs.length, away, day: sayDay(ctx, toOn), link: linkTo("/elder-pairing/mine") };
    const words = { subject: text("elder-pairing.letter.standIn.subject", said, "zh-CN"), text: text("elder-pairing.letter.standIn", said, "zh-CN") };
    deliver({ channel: "sms", to: { personId: cadreId, name, address: phone }, key: `elder-pairing/stand-in/${leaveId}/${cadreId}`, ...words });
  }
  return cadres.length;
}
