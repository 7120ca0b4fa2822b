import { everywhere } from "@lianxin/plugin-kit";
import type { NewItem } from "../draft-meeting/plan-agenda.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
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

/** What is counted of a list: unfinished at its cut-off, what rolled over apart from what was opened since the list before. */
export const readSums = (
  { use }: MeetingsContext,
  { placePath, listSince, listCutOff, closedAt }: Pick<MeetingRow, "placePath" | "listSince" | "listCutOff" | "closedAt">,
) => use.commitments.rollOver({ path: placePath, since: listSince ?? "", cutOff: listCutOff!, from: "cut-off", ...(closedAt && { until: closedAt }) });

/**
 * The lines of a monthly meeting (问题交办会), born from every line of the ledger that was unfinished at the cut-off: what rolled over first, then what
 * was opened since the list before. What was opened later waits for the next list. O(lines).
 */
export async function compileList(ctx: MeetingsContext, body: BodyRow, cutOff: string): Promise<CompiledList> {
  const since = await findLastCutOff(ctx.db, body.id, cutOff);
  const { parts } = await readSums(ctx, { placePath: body.placePath, listSince: since, listCutOff: cutOff, closedAt: null });
  const isRolled = new Map(parts.map((part) => [part.partId, part.isRolled]));
  const listed = (await ctx.use.commitments.unfinishedAt(body.placePath)).filter(({ id }) => isRolled.has(id));
  const ordered = [...listed.filter(({ id }) => isRolled.get(id)), ...listed.filter(({ id }) => !isRolled.get(id))];
  return { items: ordered.map(({ id }) => ({ partId: id, minutes: minutesEach })), since, cutOff };
}
