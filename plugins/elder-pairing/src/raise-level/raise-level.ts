import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { hasRefused } from "../keep-consents/refused-scopes.js";
import { changeLevel } from "../keep-people/change-elder.js";
import { findElder, type ElderRow } from "../keep-people/people.repository.js";
import { dueSoon, tomorrow } from "../plan-visits/due-soon.js";
import { replanElder } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import type { Level } from "../words.js";
import { higher } from "./higher.js";

/** What raises a level, and for how many days. */
export const triggers = {
  ...{ fall: 30, hospital: 30, bereavement: 30, lost_carer: 30, unanswered: 14, urgent: 14, heat: 7, cold: 7, flood: 7 },
} as const;
export type TriggerKind = keyof typeof triggers;
export const triggerKinds = Object.keys(triggers) as TriggerKind[];
/** Weather concerns everybody in a place; each is raised by one. */
export const alerts = ["heat", "cold", "flood"] as const;

interface FoundBy {
  readonly visitId?: string;
  readonly ladderId?: string;
}

/**
 * Something happened: for a time the elder is red (by weather: one level higher), and somebody comes within a day. The same again lasts longer; what the
 * level was before is kept from the first, and by which visit or search it was found, if by one. Throws elderLeft.
 */
export async function raiseLevel(ctx: ElderPairingContext, elder: ElderRow, kind: TriggerKind, { visitId, ladderId }: FoundBy = {}): Promise<void> {
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
  const dueOn = elder.wish !== "none" && elder.careFromOn !== null ? tomorrow(ctx) : null;
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
      ...{ alertId: null, visitId: visitId ?? null, ladderId: ladderId ?? null, dueOn, endReason: null },
    })
    .execute();
  const level = isWeather && !running ? higher[elder.level as Level] : isWeather ? (elder.level as Level) : "red";
  await changeLevel(ctx, elder, level, reason);
  await replanElder(ctx, elder.id);
  if (dueOn !== null) await dueSoon(ctx, [elder], dueOn);
}

const why = "the day's work ends what is over";
/** What levels are raised by; none of them stays without a trigger that runs. */
export const raisedBy = ["event", ...alerts];

/** Elders here whose level is raised and by nothing that still runs. */
const findHeldByNothing = ({ db }: ElderPairingContext) =>
  everywhere(db, "elder_pairing_elder", why)
    .select("id")
    .where("state", "=", "active")
    .where("levelReason", "in", raisedBy)
    .where("id", "not in", everywhere(db, "elder_pairing_trigger", why).select("elderId").where("endedOn", "is", null))
    .orderBy("id")
    .execute();

/** What is over ends; the level is again what it was before the first of what held it up, once nothing does. */
export async function lowerLevels(ctx: ElderPairingContext): Promise<void> {
  const { db, clock } = ctx;
  const today = clock.today();
  await db.updateTable("elder_pairing_trigger").set({ endedOn: today }).where("endedOn", "is", null).where("untilOn", "<=", today).execute();
  for (const { id } of await findHeldByNothing(ctx)) {
    const last = await everywhere(db, "elder_pairing_trigger", why)
      .select(["levelBefore", "reasonBefore"])
      .where("elderId", "=", id)
      .orderBy("onDay", "desc")
      .orderBy("id", "desc")
      .executeTakeFirst();
    const elder = await findElder(db, id);
    if (!last || !elder) continue;
    await changeLevel(ctx, elder, last.levelBefore as Level, last.reasonBefore);
    await replanElder(ctx, id);
  }
}
