import type { CommitmentState } from "../commitments.js";
import { proposeDay, reopen } from "../close-out/close-out.js";
import { errors } from "../errors.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { isOneOf } from "../keep-state/same-person.js";
import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";
import { isLow, sumRatings, type Rated, type RatingSums } from "./judge-ratings.js";

export interface NewRating extends Rated {
  readonly comment?: string | undefined;
  /** The resident, when known; nobody rates twice in a round. */
  readonly raterId: string | null;
  readonly via: "account" | "code" | "paper";
  /** Until when it is to be done if this opens it again, where whoever enters it says so; the day of the rules otherwise. */
  readonly dueOn?: string | undefined;
}

export const ratingsOf = (db: CommitmentsDb, commitmentId: string, round: number) =>
  db
    .selectFrom("commitments_rating")
    .select(["resolved", "satisfied", "comment", "via", "ratedAt"])
    .where("commitmentId", "=", commitmentId)
    .where("round", "=", round)
    .orderBy("ratedAt")
    .orderBy("id")
    .execute();

export const sumsOf = async (db: CommitmentsDb, { id, round }: Pick<CommitmentRow, "id" | "round">): Promise<RatingSums> =>
  sumRatings((await ratingsOf(db, id, round)) as unknown as Rated[]);

interface Said extends Rated {
  readonly commitmentId: string;
  readonly round: number;
}

/** Of each promise what was said in the last round anybody spoke of: a bad word that had it opened again counts until somebody rates the new work. O(n). */
function lastSaid<S extends Said>(ratings: readonly S[]): S[] {
  const last = new Map<string, number>();
  for (const { commitmentId, round } of ratings) last.set(commitmentId, Math.max(round, last.get(commitmentId) ?? 0));
  return ratings.filter(({ commitmentId, round }) => last.get(commitmentId) === round);
}

/** What residents last said of these promises; who was never rated is missing. One query. */
export async function lastSumsOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<ReadonlyMap<string, RatingSums>> {
  const rows = await db
    .selectFrom("commitments_rating")
    .select(["commitmentId", "round", "resolved", "satisfied"])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .execute();
  const byCommitment = new Map<string, Said[]>();
  for (const said of lastSaid(rows as unknown as Said[])) byCommitment.set(said.commitmentId, [...(byCommitment.get(said.commitmentId) ?? []), said]);
  return new Map([...byCommitment].map(([id, ratings]) => [id, sumRatings(ratings)]));
}

/** What residents last said of the work from these sources. One query. */
export async function sumRatingsFrom(db: CommitmentsDb, sources: readonly { readonly kind: string; readonly id: string }[]): Promise<RatingSums> {
  const asked = new Set(sources.map(({ kind, id }) => `${kind} ${id}`));
  const rows = await db
    .selectFrom("commitments_rating as r")
    .innerJoin("commitments_commitment as c", "c.id", "r.commitmentId")
    .innerJoin("commitments_part as p", "p.id", "c.partId")
    .select(["r.commitmentId", "r.round", "r.resolved", "r.satisfied", "p.sourceKind", "p.sourceId"])
    .where("p.sourceId", "in", ["", ...new Set(sources.map(({ id }) => id))])
    .execute();
  return sumRatings(lastSaid(rows.filter(({ sourceKind, sourceId }) => asked.has(`${sourceKind} ${sourceId}`)) as unknown as Said[]));
}

/** May it be rated: what was checked or closed. Throws stateWrong. */
export function checkRateable({ text }: Pick<CommitmentsContext, "text">, row: CommitmentRow): void {
  if (row.state !== "verified" && row.state !== "closed") throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
}

async function keep(ctx: CommitmentsContext, row: CommitmentRow, { resolved, satisfied, comment, raterId, via }: NewRating): Promise<void> {
  const { db, newId, clock, actor } = ctx;
  const known = { id: newId(), commitmentId: row.id, round: row.round, resolved, satisfied, comment: comment?.trim() || null };
  const from = { raterId, enteredById: via === "paper" ? actor.personId : null, via, ratedAt: clock.now() };
  const kept = await db
    .insertInto("commitments_rating")
    .values({ ...known, ...from })
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .execute();
  if (kept.length === 0) throw errors.ratedAlready();
}

/**
 * A resident's word about work that was checked or closed. So many low ones as the rules say open this promise again, and no other; its secretary is told
 * when nobody said until when. Throws stateWrong, ownRating, ratedAlready, dayUnknown, dueInPast.
 */
export async function rateWork(ctx: CommitmentsContext, row: CommitmentRow, rating: NewRating): Promise<CommitmentState> {
  const { db, config, text, audit } = ctx;
  checkRateable(ctx, row);
  if (await isOneOf(ctx.use.directory, rating.raterId, [row.ownerId])) throw errors.ownRating();
  await keep(ctx, row, rating);
  const said = [text(`commitments.rating.${rating.resolved}`, {}, "zh-CN"), text(`commitments.rating.${rating.satisfied}`, {}, "zh-CN")].join("、");
  const note = [said, rating.comment?.trim()].filter(Boolean).join("：");
  const via = rating.via === "account" ? null : rating.via;
  await noteEntry(ctx, {
    partId: row.partId,
    commitmentId: row.id,
    move: "rate",
    byId: rating.via === "account" ? rating.raterId : ctx.actor.personId,
    note,
    via,
  });
  audit("rate", row.id, { via: rating.via });
  const { low } = await sumsOf(db, row);
  if (!isLow(rating) || low < config.lowRatings) return row.state as CommitmentState;
  const reason = text("commitments.rating.reopens", { low, words: note }, "zh-CN");
  const dueOn = rating.dueOn ?? proposeDay(ctx);
  const state = await reopen(ctx, row, { reason, dueOn });
  const words = text("commitments.news.reopened.note", { note, dueOn }, "zh-CN");
  if (rating.dueOn === undefined)
    await tellNews(ctx, row.partId, { kind: "reopened", people: await secretariesOf(ctx, row.placePath), id: ctx.newId(), note: words });
  return state;
}
