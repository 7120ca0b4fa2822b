import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import { levels, type EndReason, type Level } from "../words.js";
import type { TriggerRow } from "./end-raised.js";

const why = "what was due because of something that has just ended";
const open = ["due", "missed"];

/** Of whom something else that was so asks for somebody by that same day. */
async function askedBesides({ db }: ElderPairingContext, rows: readonly TriggerRow[], day: string): Promise<ReadonlySet<string>> {
  const others = await everywhere(db, "elder_pairing_trigger", why)
    .select("elderId")
    .where(
      "elderId",
      "in",
      rows.map(({ elderId }) => elderId),
    )
    .where("dueOn", "=", day)
    // What was over before that day asked for nobody by it.
    .where((eb) => eb.or([eb("endReason", "is", null), eb.and([eb("endReason", "=", "over"), eb("endedOn", ">", day)])]))
    .where(
      "id",
      "not in",
      rows.map(({ id }) => id),
    )
    .execute();
  return new Set(others.map(({ elderId }) => elderId));
}

/** The urgent visits of a day; a day agreed on at the door stays agreed on, and is urgent no more. */
async function dropUrgent(ctx: ElderPairingContext, rows: readonly TriggerRow[], day: string, calm: ReadonlyMap<string, string>): Promise<void> {
  const { db } = ctx;
  const besides = await askedBesides(ctx, rows, day);
  const ids = ["", ...rows.map(({ elderId }) => elderId).filter((id) => !besides.has(id))];
  const ofDay = { elderIds: ids, day };
  await db
    .deleteFrom("elder_pairing_due")
    .where("elderId", "in", ofDay.elderIds)
    .where("dueOn", "=", ofDay.day)
    .where("cause", "=", "urgent")
    .where("state", "in", open)
    .execute();
  for (const level of new Set(calm.values()))
    await db
      .updateTable("elder_pairing_due")
      .set({ level })
      .where(
        "elderId",
        "in",
        ids.filter((id) => id === "" || calm.get(id) === level),
      )
      .where("dueOn", "=", day)
      .where("cause", "=", "agreed")
      .where("state", "in", open)
      .execute();
}

/**
 * What was due of elders because of what has ended, and nobody has made, is due no more: the urgent visit, unless something else asks for it too, and the
 * days planned by a level they no longer have. By mistake: from the day it began, so that nothing of it was missed; what is over: from today on.
 */
export async function dropDues(ctx: ElderPairingContext, rows: readonly TriggerRow[], reason: EndReason): Promise<void> {
  const { db, clock } = ctx;
  const today = clock.today();
  const elders = await everywhere(db, "elder_pairing_elder", why)
    .select(["id", "level"])
    .where(
      "id",
      "in",
      rows.map(({ elderId }) => elderId),
    )
    .where("level", "!=", "red")
    .execute();
  const calm = new Map(elders.map(({ id, level }) => [id, level]));
  const asked = groupBy(
    rows.filter(({ dueOn }) => dueOn !== null && (reason !== "over" || dueOn >= today)),
    ({ dueOn }) => dueOn!,
  );
  for (const [day, ofDay] of asked) await dropUrgent(ctx, ofDay, day, calm);
  const raised = rows.filter(({ elderId }) => calm.has(elderId));
  for (const ofDay of groupBy(raised, ({ elderId, onDay }) => `${onDay} ${calm.get(elderId)!}`).values()) {
    const { elderId: one, onDay } = ofDay[0]!;
    await db
      .deleteFrom("elder_pairing_due")
      .where(
        "elderId",
        "in",
        ofDay.map(({ elderId }) => elderId),
      )
      .where("level", "in", levels.slice(0, levels.indexOf(calm.get(one) as Level)))
      .where("cause", "is", null)
      .where("state", "in", open)
      .where("dueOn", ">=", reason === "over" ? today : addDays(onDay, 1))
      .execute();
  }
}
