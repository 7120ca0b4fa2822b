import { byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { findElder } from "../keep-people/people.repository.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { raiseLevel } from "../raise-level/raise-level.js";
import { addDays } from "../tell-time/tell-time.js";
import { leadNumbers, newsOf, pressesTold, tellSearch, type Press } from "./tell-leads.js";
import { judgeStep, nextStep, type Result, type Step, type StepTaken } from "./ladder.js";

export const findLadder = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_ladder", id).selectAll().executeTakeFirst();
export type LadderRow = NonNullable<Awaited<ReturnType<typeof findLadder>>>;
export async function getLadder({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<LadderRow> {
  const row = await findLadder(db, id);
  if (!row) throw errors.ladderUnknown({}, "params.ladderId");
  return row;
}

/** A step as it stands in a search. */
type KnownStep = StepTaken & { readonly id: string };

/** Everything pressed in a search, in order, also what was struck since. */
export async function pressesOf(db: ElderPairingDb, ladderId: string): Promise<Press[]> {
  const rows = await db
    .selectFrom("elder_pairing_ladder_step")
    .select(["id", "step", "at", "result", "struckAt"])
    .where("ladderId", "=", ladderId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows as Press[];
}

/** What was tried in a search, in order, without what was pressed by mistake. */
const stepsOf = async (db: ElderPairingDb, ladderId: string): Promise<KnownStep[]> =>
  (await pressesOf(db, ladderId)).filter(({ struckAt }) => struckAt === null).map(({ id, step, at, result }) => ({ id, step, at, result }));

/** Was word sent of a search: by a step, also one struck since, or by an end that raised the level, also one taken back. */
export async function wasTold(db: ElderPairingDb, { id, elderId }: Pick<LadderRow, "id" | "elderId">): Promise<boolean> {
  if (pressesTold(await pressesOf(db, id)).length > 0) return true;
  const raised = everywhere(db, "elder_pairing_trigger", "one elder, whose place or pair was checked").select("id");
  return (await raised.where("elderId", "=", elderId).where("ladderId", "=", id).executeTakeFirst()) !== undefined;
}

export const openLadder = (db: ElderPairingDb, elderId: string) =>
  everywhere(db, "elder_pairing_ladder", "one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elderId)
    .where("state", "=", "open")
    .executeTakeFirst();

/** What was tried for an elder whom nobody knows of now, what is next, and who can be sent to the door; null when all is well. */
export async function standingOf(ctx: Pick<ElderPairingContext, "db" | "use" | "disclose" | "canSend" | "actor">, elderId: string) {
  const row = await openLadder(ctx.db, elderId);
  if (!row) return null;
  const taken = await stepsOf(ctx.db, row.id);
  const next = nextStep(taken);
  const leads = await leadNumbers(ctx, row.placePath);
  return { id: row.id, startedAt: row.startedAt, steps: taken, next: next ? { step: next.step, notBefore: next.notBefore } : null, leads };
}

/** Nobody answers: begins the ladder, with the first call made now; one that is open goes on. Gives its id. Throws elderLeft. */
export async function startLadder(ctx: ElderPairingContext, elder: ElderRow): Promise<string> {
  if (elder.state !== "active") throw errors.elderLeft();
  const { db, newId, clock, actor, audit, publish } = ctx;
  const open = await openLadder(db, elder.id);
  if (open) return open.id;
  const id = newId();
  const by = actor.personId ?? actor.accountId;
  const row = { id, placePath: elder.placePath, elderId: elder.id, startedAt: clock.now(), startedBy: by, state: "open", outcome: null, closedAt: null };
  const call = { id: newId(), ladderId: id, step: "call", at: clock.now(), result: "nobody", byId: by, struckAt: null };
  await db.insertInto("elder_pairing_ladder").values(row).execute();
  await db.insertInto("elder_pairing_ladder_step").values(call).execute();
  audit("ladder.start", elder.id, { ladderId: id });
  publish("unanswered", elder.id, { elderId: elder.id, ladderId: id });
  return id;
}

/** One step, at its moment; whoever answers for the place hears at once of two calls in vain, and that they have to go. Throws ladderOver, stepTooSoon with the minutes, stepNotYet with what comes before. */
export async function takeStep(ctx: ElderPairingContext, row: LadderRow, step: Step, result: Result): Promise<void> {
  const { db, newId, clock, actor, text, audit } = ctx;
  if (row.state !== "open") throw errors.ladderOver();
  const taken = await stepsOf(db, row.id);
  const verdict = judgeStep(taken, step, clock.now());
  if (!verdict.isAllowed && verdict.code === "tooSoon") throw errors.stepTooSoon({ minutes: verdict.minutes! }, "body.step");
  if (!verdict.isAllowed) throw errors.stepNotYet({ missing: text(`elder-pairing.word.step.${verdict.missing!}`) }, "body.step");
  await db
    .insertInto("elder_pairing_ladder_step")
    .values({ id: newId(), ladderId: row.id, step, at: clock.now(), result, byId: actor.personId ?? actor.accountId, struckAt: null })
    .execute();
  audit("ladder.step", row.id, { step, result });
  const news = newsOf(await stepsOf(db, row.id));
  if (news !== undefined) await tellSearch(ctx, (await findElder(db, row.elderId))!, row.id, news);
}

/** Was somebody looked for in vain: not where each unanswered step was pressed by mistake. */
const wasInVain = (db: ElderPairingDb, elderId: string) =>
  everywhere(db, "elder_pairing_ladder", "one elder, whose place was checked")
    .innerJoin("elder_pairing_ladder_step as step", "step.ladderId", "elder_pairing_ladder.id")
    .select("elder_pairing_ladder.id")
    .distinct()
    .where("elder_pairing_ladder.elderId", "=", elderId)
    .where("step.result", "=", "nobody")
    .where("step.struckAt", "is", null);

/** It is known how the elder is, and whoever was told of the search hears it. Twice unanswered within a fortnight raises the level. Throws ladderOver. */
export async function closeLadder(ctx: ElderPairingContext, row: LadderRow, state: "safe" | "emergency", outcome: string): Promise<void> {
  const { db, clock, audit } = ctx;
  if (row.state !== "open") throw errors.ladderOver();
  await db.updateTable("elder_pairing_ladder").set({ state, outcome, closedAt: clock.now() }).where("id", "=", row.id).execute();
  audit("ladder.close", row.id, { state });
  const inVain = await wasInVain(db, row.elderId)
    .where("startedAt", ">=", `${addDays(clock.today(), -14)}T00:00:00.000Z`)
    .execute();
  const isTwice = inVain.length > 1 && inVain.some(({ id }) => id === row.id);
  const elder = (await findElder(db, row.elderId))!;
  if (state === "emergency" || (await wasTold(db, row))) await tellSearch(ctx, elder, row.id, state === "emergency" ? "help" : "over");
  const found = { ladderId: row.id };
  if (state === "emergency") await raiseLevel(ctx, elder, "hospital", found);
  else if (isTwice) await raiseLevel(ctx, elder, "unanswered", found);
}
