import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";
import type { Level } from "../words.js";
import { higher } from "./higher.js";

const why = "what holds up the level of one elder, whose place was checked";

const triggersOf = ({ db }: Pick<ElderPairingContext, "db">, elderId: string) =>
  everywhere(db, "elder_pairing_trigger", why)
    .select(["id", "kind", "levelBefore", "reasonBefore"])
    .where("elderId", "=", elderId)
    .orderBy("onDay")
    .orderBy("id");

/** Whoever leaves care leaves it with the level they had before anything raised it: coming back later they are raised by nothing that is long over. */
export async function endTriggers(ctx: Pick<ElderPairingContext, "db" | "clock">, elderId: string): Promise<void> {
  const { db, clock } = ctx;
  const [first] = await triggersOf(ctx, elderId).where("endedOn", "is", null).execute();
  if (!first) return;
  await db.updateTable("elder_pairing_trigger").set({ endedOn: clock.today() }).where("elderId", "=", elderId).where("endedOn", "is", null).execute();
  await setBack(ctx, elderId, first.levelBefore, first.reasonBefore);
}

/** What the level of an elder is while these, of whom the last began last, hold it up: red by what happened, one up by the weather. */
export function heldBy(running: readonly { readonly kind: string; readonly levelBefore: string }[]): { readonly level: Level; readonly levelReason: string } {
  const last = running.at(-1)!;
  return { level: running.some(({ kind }) => kind === "event") ? "red" : higher[last.levelBefore as Level], levelReason: last.kind };
}

/** Who left by mistake and is back the same day is raised as before, but by nothing that somebody has ended. */
export async function reopenTriggers(ctx: Pick<ElderPairingContext, "db" | "clock">, elderId: string): Promise<void> {
  const { db, clock } = ctx;
  const today = clock.today();
  const ended = await triggersOf(ctx, elderId).where("endedOn", "=", today).where("untilOn", ">", today).where("endReason", "is", null).execute();
  if (ended.length === 0) return;
  const ids = ended.map(({ id }) => id);
  await db.updateTable("elder_pairing_trigger").set({ endedOn: null }).where("id", "in", ids).execute();
  const { level, levelReason } = heldBy(ended);
  await setBack(ctx, elderId, level, levelReason);
}

const setBack = ({ db }: Pick<ElderPairingContext, "db">, elderId: string, level: string, levelReason: string): Promise<unknown> =>
  db
    .updateTable("elder_pairing_elder")
    .set((eb) => ({ level, levelReason, version: eb("version", "+", 1) }))
    .where("id", "=", elderId)
    .execute();
