import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findChainRow = (db: MeetingsDb, id: string) => byId(db, "meetings_chain", id).selectAll().executeTakeFirst();
export type ChainRow = NonNullable<Awaited<ReturnType<typeof findChainRow>>>;

export async function placeOfChain(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findChainRow(db, id);
  return row && { path: row.placePath };
}

export const listChains = (db: MeetingsDb, scope: Scope) => within(db, scope, "meetings_chain").selectAll().orderBy("id", "desc").limit(200).execute();

export const findChainOfMatter = (db: MeetingsDb, matterId: string) =>
  everywhere(db, "meetings_chain", "the steps one matter must go through, wherever it lies")
    .selectAll()
    .where("matterId", "=", matterId)
    .where("stoppedReason", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();

export const findChainOfDecision = (db: MeetingsDb, decisionId: string) =>
  everywhere(db, "meetings_chain", "the steps one decision must go through, wherever it lies")
    .selectAll()
    .where("decisionId", "=", decisionId)
    .where("stoppedReason", "is", null)
    .executeTakeFirst();

/** Every way of steps of these matters or decisions, stopped ones too. */
export async function chainsAbout(db: MeetingsDb, matterIds: readonly string[], decisionIds: readonly string[]): Promise<ChainRow[]> {
  if (matterIds.length + decisionIds.length === 0) return [];
  return everywhere(db, "meetings_chain", "the steps of the subjects of one meeting, whose place was checked")
    .selectAll()
    .where((eb) =>
      eb.or([...(matterIds.length > 0 ? [eb("matterId", "in", matterIds)] : []), ...(decisionIds.length > 0 ? [eb("decisionId", "in", decisionIds)] : [])]),
    )
    .execute();
}

/** Everything that was written down, what was taken back too. */
export const writtenSteps = (db: MeetingsDb, chainId: string) =>
  db.selectFrom("meetings_chain_step").selectAll().where("chainId", "=", chainId).orderBy("id").execute();

export const stepsOf = async (db: MeetingsDb, chainId: string) => (await writtenSteps(db, chainId)).filter(({ withdrawnOn }) => withdrawnOn === null);

/** What stood at the end of a day. */
export const stepsAt = async (db: MeetingsDb, chainId: string, day: string) =>
  (await writtenSteps(db, chainId)).filter(({ doneOn, withdrawnOn }) => doneOn <= day && (withdrawnOn === null || withdrawnOn > day));

const decisionsOn = (db: MeetingsDb, matterId: string, effects: readonly string[]) =>
  everywhere(db, "meetings_decision", "the decisions on one matter, wherever they were made")
    .innerJoin("meetings_agenda_item as i", "i.id", "meetings_decision.itemId")
    .innerJoin("meetings_motion as m", "m.id", "meetings_decision.motionId")
    .select(["meetings_decision.id", "meetings_decision.decidedOn", "m.packId"])
    .where("i.matterId", "=", matterId)
    .where("meetings_decision.effect", "in", effects)
    .orderBy("meetings_decision.id")
    .execute();

/** Decisions on a matter that wait for steps, with the rules they were voted by; earliest first. */
export const waitingDecisions = (db: MeetingsDb, matterId: string) => decisionsOn(db, matterId, ["awaits_steps"]);

/** Those that were neither revoked nor refused. */
export const standingDecisions = (db: MeetingsDb, matterId: string) => decisionsOn(db, matterId, ["effective", "awaits_steps", "awaits_competent_body"]);
