import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { hasRefused } from "../keep-consents/refused-scopes.js";
import { changeLevel } from "../keep-people/change-elder.js";
import { findElder, type ElderRow } from "../keep-people/people.repository.js";
import { dueByTomorrow, replanElder } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import type { Level } from "../words.js";

/** What raises a level, and for how many days. */
export const triggers = {
  ...{ fall: 30, hospital: 30, bereavement: 30, lost_carer: 30, unanswered: 14, urgent: 14, heat: 7, cold: 7, flood: 7 },
} as const;
export type TriggerKind = keyof typeof triggers;
export const triggerKinds = Object.keys(triggers) as TriggerKind[];
/** Weather concerns everybody in a place; each is raised by one. */
export const alerts = ["heat", "cold", "flood"] as const;

export const higher: Readonly<Record<Level, Level>> = { green: "yellow", yellow: "red", red: "red" };

/**
 * Something happened: for a time the elder is red (by weather: one level higher), and somebody comes within a day. The same again lasts longer; what the
 * level was before is kept from the first. Throws elderLeft.
 */
export async function raiseLevel(ctx: ElderPairingContext, elder: ElderRow, kind: TriggerKind): Promise<void> {
  if (elder.state !== "active") throw errors.elderLeft();
  const { db, newId, clock } = ctx;
  const today = clock.today();
  const running = await everywhere(db, "elder_pairing_trigger", "one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elder.id)
    .where("endedOn", "is", null)
    .orderBy("onDay")
    .orderBy("id")
    .executeTakeFirst();
  const isWeather = (alerts as readonly string[]).includes(kind);
  const reason = isWeather ? kind : "event";
  const before = running ?? { levelBefore: elder.level, reasonBefore: elder.levelReason };
  await db
    .insertInto("elder_pairing_trigger")
    .values({
      ...{
        id: newId(),
        placePath: elder.placePath,
        elderId: elder.id,
        kind: reason,
        what: isWeather || (await hasRefused(db, elder.id, "health")) ? null : kind,
      },
      ...{ onDay: today, untilOn: addDays(today, triggers[kind]), endedOn: null },
      ...{ levelBefore: before.levelBefore, reasonBefore: before.reasonBefore },
    })
    .execute();
  const level = isWeather && !running ? higher[elder.level as Level] : isWeather ? (elder.level as Level) : "red";
  await changeLevel(ctx, elder, level, reason);
  await replanElder(ctx, elder.id);
  if (elder.wish !== "none" && elder.careFromOn !== null) await dueByTomorrow(ctx, elder);
}

/** What is over: the level is again what it was, once nothing else holds it up. */
export async function lowerLevels(ctx: ElderPairingContext): Promise<void> {
  const { db, clock } = ctx;
  const today = clock.today();
  const over = await everywhere(db, "elder_pairing_trigger", "the day's work ends what is over")
    .selectAll()
    .where("endedOn", "is", null)
    .where("untilOn", "<=", today)
    .execute();
  if (over.length === 0) return;
  await db
    .updateTable("elder_pairing_trigger")
    .set({ endedOn: today })
    .where(
      "id",
      "in",
      over.map(({ id }) => id),
    )
    .execute();
  for (const elderId of new Set(over.map((one) => one.elderId))) {
    const left = await everywhere(db, "elder_pairing_trigger", "what else holds up one elder's level")
      .select("id")
      .where("elderId", "=", elderId)
      .where("endedOn", "is", null)
      .executeTakeFirst();
    const elder = await findElder(db, elderId);
    const first = over.find((one) => one.elderId === elderId)!;
    if (left || elder?.state !== "active") continue;
    await changeLevel(ctx, elder, first.levelBefore as Level, first.reasonBefore);
    await replanElder(ctx, elderId);
  }
}
