import { everywhere } from "@lianxin/plugin-kit";
import type { NewItem } from "../draft-meeting/plan-agenda.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { commandsOf } from "../run-meeting/command.repository.js";
import type { BodyRow } from "../set-up-body/body.repository.js";

/** The list of a monthly meeting: its lines, and the two cut-offs between which it counts. */
export interface CompiledList {
  readonly items: readonly NewItem[];
  /** The cut-off of the list before; null for the first one. */
  readonly since: string | null;
  readonly cutOff: string;
}
const minutesEach = 5;

/** The cut-off of a body's last list before a moment. */
async function findLastCutOff(db: MeetingsDb, bodyId: string, before: string): Promise<string | null> {
  const row = await everywhere(db, "meetings_meeting", "the list before of the same body, whose place was checked")
    .select("listCutOff")
    .where("bodyId", "=", bodyId)
    .where("listCutOff", "<", before)
    .where("state", "!=", "cancelled")
    .orderBy("listCutOff", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.listCutOff ?? null;
}

type Listed = Pick<MeetingRow, "id" | "bodyId" | "type" | "placePath" | "listSince" | "listCutOff" | "closedAt">;

/** The cut-offs a new list would have at a moment: since the body's list before until then. */
export async function cutOffsNow({ db, clock }: MeetingsContext, bodyId: string): Promise<{ readonly listSince: string | null; readonly listCutOff: string }> {
  const listCutOff = clock.now();
  return { listSince: await findLastCutOff(db, bodyId, listCutOff), listCutOff };
}

/**
 * The cut-offs a meeting counts between. An assignment meeting that was called by hand is counted as it is asked until it opens, which then is its
 * cut-off; undefined of a meeting that has no list.
 */
export async function cutOffsOf(ctx: MeetingsContext, meeting: Listed) {
  const { listSince, listCutOff, type, bodyId, closedAt } = meeting;
  if (listCutOff !== null) return { listSince, listCutOff };
  if (type !== "assignment") return undefined;
  return closedAt === null ? cutOffsNow(ctx, bodyId) : { listSince: await findLastCutOff(ctx.db, bodyId, closedAt), listCutOff: closedAt };
}

/** When the close reached this clock, by which the ledger's entries are dated; undefined while the meeting is open. */
async function findClose({ db }: MeetingsContext, meetingId: string): Promise<string | undefined> {
  const close = (await commandsOf(db, meetingId)).find(({ kind, refusedCode }) => kind === "close" && refusedCode === null);
  return close?.receivedAt;
}

/** What is counted of a list: unfinished at its cut-off, what rolled over apart from what was opened since the list before; as it stood at the close. */
export async function readSums(ctx: MeetingsContext, list: Pick<MeetingRow, "placePath" | "listSince" | "listCutOff"> & { readonly id: string | null }) {
  const { id, placePath, listSince, listCutOff } = list;
  const until = id === null ? undefined : await findClose(ctx, id);
  return ctx.use.commitments.rollOver({ path: placePath, since: listSince ?? "", cutOff: listCutOff!, from: "cut-off", ...(until && { until }) });
}

/**
 * The lines of a monthly meeting (问题交办会), born from every line of the ledger that was unfinished at the cut-off: what rolled over first, then what
 * was opened since the list before. What was opened later waits for the next list. O(lines).
 */
export async function compileList(ctx: MeetingsContext, body: BodyRow, cutOff: string): Promise<CompiledList> {
  const since = await findLastCutOff(ctx.db, body.id, cutOff);
  const { parts } = await readSums(ctx, { id: null, placePath: body.placePath, listSince: since, listCutOff: cutOff });
  const isRolled = new Map(parts.map((part) => [part.partId, part.isRolled]));
  const listed = (await ctx.use.commitments.unfinishedAt(body.placePath)).filter(({ id }) => isRolled.has(id));
  const ordered = [...listed.filter(({ id }) => isRolled.get(id)), ...listed.filter(({ id }) => !isRolled.get(id))];
  return { items: ordered.map(({ id }) => ({ partId: id, minutes: minutesEach })), since, cutOff };
}
