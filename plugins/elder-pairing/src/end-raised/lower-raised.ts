import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import { noteStandings } from "../note-standings/note-standings.js";
import type { ElderPairingContext } from "../plugin.js";
import { heldBy } from "../raise-level/end-triggers.js";
import { raisedBy } from "../raise-level/raise-level.js";
import { levels, type Level } from "../words.js";
import type { TriggerRow } from "./end-raised.js";

const why = "whom something raised that has just ended";

/** The lower of two levels: what ends raises nobody. */
const lower = (one: Level, other: Level): Level => (levels.indexOf(one) > levels.indexOf(other) ? one : other);

/**
 * Whose level was raised by what has ended goes back to what it was before, or to what still holds it up; a level somebody has set by hand since stays. One
 * statement for each level and reason there is among them.
 */
export async function lowerRaised(ctx: ElderPairingContext, ended: readonly TriggerRow[]): Promise<void> {
  const { db, audit } = ctx;
  const before = new Map(ended.map((row) => [row.elderId, row]));
  const elders = await everywhere(db, "elder_pairing_elder", why)
    .select(["id", "level", "levelReason"])
    .where("id", "in", [...before.keys()])
    .where("levelReason", "in", raisedBy)
    .execute();
  const rows = await everywhere(db, "elder_pairing_trigger", why)
    .select(["elderId", "kind", "levelBefore"])
    .where("elderId", "in", [...before.keys()])
    .where("endedOn", "is", null)
    .orderBy("onDay")
    .orderBy("id")
    .execute();
  const running = groupBy(rows, ({ elderId }) => elderId);
  const next = elders.map(({ id, level }) => {
    const held = running.get(id);
    const { levelBefore, reasonBefore } = before.get(id)!;
    const is = held ? heldBy(held) : { level: levelBefore as Level, levelReason: reasonBefore };
    return { id, was: level, ...is, level: lower(level as Level, is.level) };
  });
  for (const alike of groupBy(next, ({ level, levelReason }) => `${level} ${levelReason}`).values()) {
    const { level, levelReason } = alike[0]!;
    await db
      .updateTable("elder_pairing_elder")
      .set((eb) => ({ level, levelReason, version: eb("version", "+", 1) }))
      .where(
        "id",
        "in",
        alike.map(({ id }) => id),
      )
      .execute();
  }
  await noteStandings(
    ctx,
    next.map(({ id }) => id),
  );
  for (const { id, was, level } of next) if (was !== level) audit("level", id, { level });
}
