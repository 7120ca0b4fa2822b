import { watchDay } from "../cover-elders/watch-day.js";
import { followSheets } from "../hand-over/follow-sheets.js";
import { openHandovers } from "../hand-over/hand-over.js";
import { applyChange, changeOf, type PairChange } from "../keep-pairs/put-in-force.js";
import { errors } from "../errors.js";
import type { PlannedPairs } from "../plan-pairs/pair-facts.js";
import { openPairs } from "../plan-pairs/read-facts.js";
import type { NewDue } from "../plan-visits/plan-month.js";
import { insertDues, planJoining } from "../plan-visits/store-dues.js";
import type { ElderPairingContext } from "../plugin.js";
import { draftPairing, type Draft } from "./draft-pairing.js";
import { needsWatch } from "./needs-watch.js";
import { readMark } from "./read-mark.js";

/** A matching with everything that putting it in force writes, worked out beforehand, and the mark of what it was worked out from. */
interface ReadyPairing {
  readonly day: string;
  readonly mark: string;
  readonly plan: PlannedPairs;
  readonly primary: PairChange;
  readonly backup: PairChange;
  readonly villageOf: ReadonlyMap<string, string>;
  readonly dues: readonly NewDue[];
  /** Somebody is left for the day's work: without a helper, alone today, or covered for a time. */
  readonly needsWatch: boolean;
}

/** Outside the lane: plans, compares with what is, plans the month's days. Whatever changes from here on changes the mark. */
export async function readyPairing(ctx: ElderPairingContext, path: string): Promise<ReadyPairing> {
  const day = ctx.clock.today();
  const mark = await readMark(ctx, day);
  const dues = await planJoining(ctx, path);
  return { ...(await readyDraft(ctx, mark, await draftPairing(ctx, path))), dues };
}

/** The pairs alone, for a matching that was planned already from what the mark stands for. */
export async function readyDraft(ctx: ElderPairingContext, mark: string, { facts, plan }: Draft): Promise<ReadyPairing> {
  const day = ctx.clock.today();
  const open = await openPairs(ctx, "all");
  const moment = { day, reason: "matching" };
  return {
    ...{ day, mark, plan, dues: [], villageOf: new Map(facts.elders.map(({ id, village }) => [id, village])) },
    needsWatch: await needsWatch(ctx, { facts, plan }, open, day),
    primary: changeOf(ctx, open, { role: "primary", elders: facts.elders, pairs: plan.primary.pairs }, moment),
    backup: changeOf(ctx, open, { role: "backup", elders: facts.elders, pairs: plan.backup.pairs }, moment),
  };
}

async function writeRun({ db, clock, newId, actor, audit }: ElderPairingContext, path: string, { day, plan: { primary, backup } }: ReadyPairing) {
  const id = newId();
  const figures = { paired: primary.pairs.length, unserved: primary.unserved.length, moves: primary.moves, givenUp: primary.givenUp };
  const made = { isCertified: primary.isCertified && backup.isCertified, createdAt: clock.now() };
  await db
    .insertInto("elder_pairing_run")
    .values({ id, placePath: path, ranOn: day, ranBy: actor.personId ?? actor.accountId, ...figures, ...made })
    .execute();
  audit("run", id, figures);
  return id;
}

/**
 * Puts a matching in force from today: both sides of each primary pair are asked to agree; the backup answers until they have. In the lane: compares the mark,
 * then writes what was worked out, and sees to whom it leaves alone. Gives the run's id. Throws pairingStale when something it was worked out from has changed since.
 */
export async function publishPairing(ctx: ElderPairingContext, path: string, ready: ReadyPairing): Promise<string> {
  const { db, clock } = ctx;
  const { day, primary, backup, villageOf } = ready;
  if (day !== clock.today() || ready.mark !== (await readMark(ctx, day))) throw errors.pairingStale();
  const moment = { day, reason: "matching" };
  await applyChange(ctx, primary, moment);
  await applyChange(ctx, backup, moment);
  await openHandovers(
    ctx,
    primary.replaced.map((one) => ({ ...one, placePath: villageOf.get(one.elderId)! })),
    moment,
  );
  await db
    .updateTable("elder_pairing_elder")
    .set({ careFromOn: day })
    .where("state", "=", "active")
    .where("careFromOn", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .execute();
  await insertDues(ctx, ready.dues);
  if (ready.needsWatch) await watchDay(ctx, "matching");
  else if (primary.over.length > 0) await followSheets(ctx, day);
  return writeRun(ctx, path, ready);
}
