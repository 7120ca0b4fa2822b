import { errors } from "../errors.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import { takeCommitmentTurn } from "../keep-state/take-turn.js";
import { shiftDay } from "../measure-time/choose-light.js";
import type { CommitmentsContext } from "../plugin.js";
import { chooseCode, readCode } from "./choose-code.js";

export type CodeKind = "slip" | "rating";
const hashOf = ({ blind }: Pick<CommitmentsContext, "blind">, code: string): string => blind(`commitments.code ${code}`);

/**
 * So many wrong codes with the same first half within so many minutes: then none with that half is looked at until the minutes are over. Who guesses at one
 * slip is stopped from wherever they come, and nobody shuts the slips of others; how often one address may ask is said by the routes.
 */
const mostTries = 10;
const minutes = 10;
const halfOf = ({ blind }: Pick<CommitmentsContext, "blind">, code: string): string => blind(`commitments.code.half ${code.slice(0, 3)}`);

/** Makes a code; the caller prints it, for only its hash is kept, and the id it is chosen from is not that of its row. */
export async function makeCode(ctx: CommitmentsContext, kind: CodeKind, commitmentId: string): Promise<string> {
  const { db, newId, clock, actor } = ctx;
  for (;;) {
    const code = chooseCode(newId());
    const kept = await db
      .insertInto("commitments_code")
      .values({ id: newId(), kind, commitmentId, hash: hashOf(ctx, code), state: "valid", madeById: actor.personId, madeAt: clock.now(), endedAt: null })
      .onConflict((oc) => oc.column("hash").doNothing())
      .returning("id")
      .execute();
    if (kept.length > 0) return code;
  }
}

export const endCodes = ({ db, clock }: CommitmentsContext, commitmentId: string, kind: CodeKind) =>
  db
    .updateTable("commitments_code")
    .set({ state: "burnt", endedAt: clock.now() })
    .where("commitmentId", "=", commitmentId)
    .where("kind", "=", kind)
    .where("state", "=", "valid")
    .execute();

/** Is a code of that promise out that still opens it? */
export const hasCode = async ({ db }: CommitmentsContext, commitmentId: string, kind: CodeKind): Promise<boolean> =>
  (await db
    .selectFrom("commitments_code")
    .select("id")
    .where("commitmentId", "=", commitmentId)
    .where("kind", "=", kind)
    .where("state", "=", "valid")
    .executeTakeFirst()) !== undefined;

export const useCode = ({ db, clock }: CommitmentsContext, id: string) =>
  db.updateTable("commitments_code").set({ state: "used", endedAt: clock.now() }).where("id", "=", id).execute();

/** Is this code a valid one of that promise? */
export async function isCodeOf(ctx: CommitmentsContext, kind: CodeKind, typed: string, commitmentId: string): Promise<boolean> {
  const found = await findValid(ctx, kind, typed);
  return found?.commitmentId === commitmentId;
}

async function findValid(ctx: CommitmentsContext, kind: CodeKind, typed: string) {
  const code = readCode(typed);
  if (!code) return undefined;
  const row = await ctx.db.selectFrom("commitments_code").selectAll().where("hash", "=", hashOf(ctx, code)).executeTakeFirst();
  return row && row.kind === kind && row.state === "valid" ? row : undefined;
}

async function noteTry({ db, newId, clock }: CommitmentsContext, half: string): Promise<void> {
  await db
    .deleteFrom("commitments_code_try")
    .where("triedAt", "<", `${shiftDay(clock.today(), -2)}T00:00:00.000Z`)
    .execute();
  await db.insertInto("commitments_code_try").values({ id: newId(), half, triedAt: clock.now() }).execute();
}

async function countTries({ db, clock }: CommitmentsContext, half: string): Promise<number> {
  const since = new Date(Date.parse(clock.now()) - minutes * 60_000).toISOString();
  const row = await db
    .selectFrom("commitments_code_try")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("half", "=", half)
    .where("triedAt", ">", since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * What a code opens, with its promise's turn taken, or the refusal to give: codeUnknown, also for one that was used or burnt, so that nothing is learnt by trying; codesClosed after
 * too many wrong ones with its first half. A wrong one is counted, so the refusal is given back and not thrown: what is thrown leaves nothing behind.
 */
export async function openCode(ctx: CommitmentsContext, kind: CodeKind, typed: string): Promise<{ readonly id: string; readonly row: CommitmentRow } | Error> {
  const code = readCode(typed);
  if (!code) return errors.codeUnknown({}, "body.code");
  const half = halfOf(ctx, code);
  if ((await countTries(ctx, half)) >= mostTries) return errors.codesClosed({ minutes });
  const found = await findValid(ctx, kind, typed);
  const row = found && (await takeCommitmentTurn(ctx.db, found.commitmentId));
  if (found && row && (await findValid(ctx, kind, typed))) return { id: found.id, row };
  await noteTry(ctx, half);
  return errors.codeUnknown({}, "body.code");
}
