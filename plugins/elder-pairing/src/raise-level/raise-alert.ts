import { everywhere, insertRows } from "@lianxin/plugin-kit";
import { noteStandings } from "../note-standings/note-standings.js";
import { alertDay, dueSoon } from "../plan-visits/due-soon.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import { levels, type Level } from "../words.js";
import { higher } from "./higher.js";
import { triggers, type alerts } from "./raise-level.js";

const why = "an alert concerns everybody at a place, which was checked";

const concernedBelow = ({ db }: ElderPairingContext, path: string) =>
  everywhere(db, "elder_pairing_elder", why)
    .select(["id", "placePath", "level", "levelReason", "wish", "careFromOn"])
    .where("state", "=", "active")
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where((eb) => eb.or([eb("isSpecial", "=", true), eb("level", "!=", "green")]))
    .orderBy("id")
    .execute();
type Concerned = Awaited<ReturnType<typeof concernedBelow>>[number];

/** Is somebody to come to them at all? */
const isInCare = ({ wish, careFromOn }: Concerned): boolean => wish !== "none" && careFromOn !== null;

/** What each one's level was before the first thing that still holds it up. */
async function firstTriggers({ db }: ElderPairingContext, elderIds: readonly string[]) {
  const rows = await everywhere(db, "elder_pairing_trigger", why)
    .select(["elderId", "levelBefore", "reasonBefore"])
    .where("elderId", "in", [...elderIds])
    .where("endedOn", "is", null)
    .orderBy("onDay", "desc")
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.elderId, row]));
}

async function setLevels(ctx: ElderPairingContext, elders: readonly Concerned[], levelOf: (elder: Concerned) => Level, reason: string): Promise<void> {
  const { db, audit } = ctx;
  for (const level of levels) {
    const ids = elders.filter((elder) => levelOf(elder) === level).map(({ id }) => id);
    if (ids.length === 0) continue;
    await db
      .updateTable("elder_pairing_elder")
      .set((eb) => ({ level, levelReason: reason, version: eb("version", "+", 1) }))
      .where("id", "in", ids)
      .execute();
    for (const id of ids) audit("level", id, { level });
  }
  await noteStandings(
    ctx,
    elders.map(({ id }) => id),
  );
}

/**
 * A heat, cold or flood alert: everybody of the six groups, and all yellow and red ones, at or below a place; each is raised by one for a time, and somebody
 * comes by tomorrow, but on no day from the eve of Spring Festival to its third. A handful of statements for all of them. Gives how many. O(elders).
 */
export async function raiseAlert(ctx: ElderPairingContext, path: string, kind: (typeof alerts)[number]): Promise<number> {
  const { db, newId, clock } = ctx;
  const elders = await concernedBelow(ctx, path);
  if (elders.length === 0) return 0;
  const ids = elders.map(({ id }) => id);
  const running = await firstTriggers(ctx, ids);
  const days = { onDay: clock.today(), untilOn: addDays(clock.today(), triggers[kind]), endedOn: null };
  const [alertId, dueOn] = [newId(), await alertDay(ctx)];
  await db
    .insertInto("elder_pairing_alert")
    .values({ id: alertId, placePath: path, kind, ...days, endReason: null })
    .execute();
  const rows = elders.map((elder) => {
    const first = running.get(elder.id);
    const before = { levelBefore: first?.levelBefore ?? elder.level, reasonBefore: first?.reasonBefore ?? elder.levelReason };
    const origin = { alertId, visitId: null, ladderId: null, dueOn: isInCare(elder) ? dueOn : null, endReason: null };
    return { id: newId(), placePath: elder.placePath, elderId: elder.id, kind, what: null, ...days, ...before, ...origin };
  });
  await insertRows(db, "elder_pairing_trigger", rows);
  await setLevels(ctx, elders, ({ id, level }) => (running.has(id) ? (level as Level) : higher[level as Level]), kind);
  await replanElders(ctx, ids);
  await dueSoon(ctx, elders.filter(isInCare), dueOn);
  ctx.audit("alert", path, { kind, elders: elders.length });
  return elders.length;
}
