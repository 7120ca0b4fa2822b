import type { PartSource } from "@lianxin/commitments";
import { byId, everywhere } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

/** Work taken over for a matter without a meeting: whoever it concerns does it themselves (当事人自办). */
export const directSource = "meetings.matter";
/** Work that a matter reported upwards asks for: a line of the ledger nobody leads yet, for the next assignment meeting. */
export const escalationSource = "meetings.escalation";

const commitmentOf = (db: MeetingsDb, id: string) => byId(db, "commitments_v1_commitment", id).selectAll().executeTakeFirst();
export type PromiseRow = NonNullable<Awaited<ReturnType<typeof commitmentOf>>>;

/** The matter work is done for: the one decided on, reported upwards or taken over; undefined when it is done for none. */
export async function matterIdOf(db: MeetingsDb, { sourceKind, sourceId }: Pick<PromiseRow, "sourceKind" | "sourceId">): Promise<string | undefined> {
  if (sourceKind === directSource || sourceKind === escalationSource) return sourceId;
  if (sourceKind !== "meetings.decision") return undefined;
  const decision = await byId(db, "meetings_decision", sourceId).select("itemId").executeTakeFirst();
  const item = decision && (await db.selectFrom("meetings_agenda_item").select("matterId").where("id", "=", decision.itemId).executeTakeFirst());
  return item?.matterId ?? undefined;
}

type Source = Pick<PartSource, "kind" | "id">;

const decisionsOn = (db: MeetingsDb, matterId: string) =>
  everywhere(db, "meetings_decision", "the decisions on one matter, wherever they were made")
    .innerJoin("meetings_agenda_item as i", "i.id", "meetings_decision.itemId")
    .select(["meetings_decision.id", "meetings_decision.effect"])
    .where("i.matterId", "=", matterId)
    .execute();

const sourcesFrom = (matterId: string, decisions: readonly { readonly id: string }[]): readonly Source[] => [
  { kind: directSource, id: matterId },
  { kind: escalationSource, id: matterId },
  ...decisions.map(({ id }) => ({ kind: "meetings.decision", id })),
];

/** Everything work can be taken over from for a matter: itself, its line as reported upwards, and each decision on it that was neither refused nor revoked. */
export async function sourcesOf(db: MeetingsDb, matterId: string): Promise<readonly Source[]> {
  const decisions = await decisionsOn(db, matterId);
  return sourcesFrom(
    matterId,
    decisions.filter(({ effect }) => effect !== "refused" && effect !== "revoked"),
  );
}

/** Everything work was ever taken over from for a matter, refused and revoked decisions too. */
export const everySourceOf = async (db: MeetingsDb, matterId: string): Promise<readonly Source[]> => sourcesFrom(matterId, await decisionsOn(db, matterId));

/** A promise with the matter it was made for, by the promise's id. */
export async function findPromise(db: MeetingsDb, commitmentId: string): Promise<{ readonly promise: PromiseRow; readonly matterId: string } | undefined> {
  const promise = await commitmentOf(db, commitmentId);
  const matterId = promise && (await matterIdOf(db, promise));
  return promise && matterId ? { promise, matterId } : undefined;
}
