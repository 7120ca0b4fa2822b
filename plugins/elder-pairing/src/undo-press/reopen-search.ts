import { byId, everywhere } from "@lianxin/plugin-kit";
import { endRaised } from "../end-raised/end-raised.js";
import { errors } from "../errors.js";
import { openLadder, wasTold, type LadderRow } from "../find-nobody/find-nobody.js";
import { tellSearch } from "../find-nobody/tell-leads.js";
import { findElder } from "../keep-people/people.repository.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { reopenReasons } from "../words.js";

const why = "one elder, whose place or pair was checked";
/** Ends that somebody pressed; the others came with the elder's leaving. */
const pressed = ["safe", "emergency"];

/** A search by its id. Throws searchUnknown. */
export async function getSearch({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<LadderRow> {
  const row = await byId(db, "elder_pairing_ladder", id).selectAll().executeTakeFirst();
  if (!row) throw errors.searchUnknown({}, "params.searchId");
  return row;
}

const endedToday = ({ clock }: Pick<ElderPairingContext, "clock">, { state, closedAt }: Pick<LadderRow, "state" | "closedAt">): boolean =>
  pressed.includes(state) && closedAt !== null && dayOf(closedAt, clock.zone) === clock.today();

/** The search for an elder that somebody ended last, where that was today and none is open: it can still go on. */
export async function findReopenable(ctx: Pick<ElderPairingContext, "db" | "clock">, elderId: string): Promise<string | null> {
  const last = await everywhere(ctx.db, "elder_pairing_ladder", why)
    .select(["id", "state", "closedAt"])
    .where("elderId", "=", elderId)
    .where("state", "in", pressed)
    .orderBy("closedAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return last && endedToday(ctx, last) && !(await openLadder(ctx.db, elderId)) ? last.id : null;
}

const raisedBy = (db: ElderPairingDb, ladderId: string, elderId: string) =>
  everywhere(db, "elder_pairing_trigger", why)
    .selectAll()
    .where("elderId", "=", elderId)
    .where("ladderId", "=", ladderId)
    .where("endedOn", "is", null)
    .execute();

/**
 * A search that was ended today by mistake goes on where it stood: what was written of its end is kept nowhere, and what its end raised goes back with what was due
 * because of that; whoever was told of the end hears that it was none. Throws elderLeft, ladderOpen, searchLate.
 */
export async function reopenSearch(ctx: ElderPairingContext, row: LadderRow, reason: (typeof reopenReasons)[number]): Promise<void> {
  const { db, audit } = ctx;
  if (row.state === "open" || (await openLadder(db, row.elderId))) throw errors.ladderOpen();
  if (!endedToday(ctx, row)) throw errors.searchLate();
  const elder = await findElder(db, row.elderId);
  if (elder?.state !== "active") throw errors.elderLeft();
  if (await wasTold(db, row)) await tellSearch(ctx, elder, row.id, "again");
  await endRaised(ctx, await raisedBy(db, row.id, row.elderId), "wrong");
  await db
    .updateTable("elder_pairing_ladder")
    .set({ state: "open", outcome: null, closedAt: null, placePath: elder.placePath })
    .where("id", "=", row.id)
    .execute();
  audit("ladder.reopen", row.id, { reason });
}
