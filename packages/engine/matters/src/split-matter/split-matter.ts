import { errors } from "../errors.js";
import { everyPartOf, type MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter } from "../keep-state/move-matter.js";
import type { Channel, MatterState } from "../matters.js";
import type { MattersContext } from "../plugin.js";
import { addMatter } from "../raise-matter/add-matter.js";

export interface NewPartOfMatter {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly wish?: string | undefined;
}
export interface Split {
  readonly parts: readonly NewPartOfMatter[];
  readonly reason?: string | undefined;
}

/** Parts of what nobody screened yet are to be screened; parts of what was let through wait for whoever takes them. */
const stateOfParts = (state: string): MatterState => (state === "proposed" || state === "screening" ? "screening" : "accepted");

/**
 * One matter becomes several, each with its own number ("2026-0012-1"), state and owner: what closes one closes none of the others. Whoever raised
 * it is told of each. Throws partsNeeded, reasonNeeded, stateWrong.
 */
export async function splitMatter(ctx: MattersContext, row: MatterRow, { parts, reason }: Split): Promise<{ id: string; number: string }[]> {
  const note = reason?.trim() || null;
  if (parts.length < 2) throw errors.partsNeeded({}, "body.parts");
  if (!note) throw errors.reasonNeeded({}, "body.reason");
  await moveMatter(ctx, row, "split", { note });
  const { placeId, placePath, spot, reportedBy, enteredBy, isEntererHidden, replyBy } = row;
  const isPersonal = row.isPersonal ?? false;
  const shared = { isPersonal, placeId, placePath, spot, reportedBy, enteredBy, isEntererHidden, replyBy, affected: row.affected ?? [] };
  const from = { splitFromId: row.id, ...(row.guestId !== null && { guestId: row.guestId }), ...(row.talkId !== null && { talkId: row.talkId }) };
  const before = (await everyPartOf(ctx.db, row.id)).length;
  const made = [];
  for (const [index, { title, detail, wish }] of parts.entries()) {
    const number = `${row.number}-${before + index + 1}`;
    const said = { title: title.trim(), detail: detail?.trim() || row.detail, wish: wish?.trim() || null };
    const kept = { communityPath: row.communityPath ?? row.placePath, channel: (row.channel ?? "self") as Channel, state: stateOfParts(row.state) };
    made.push({ id: await addMatter(ctx, { ...shared, ...from, ...said, ...kept, number }, { move: "splitOff", note: row.number }), number });
  }
  return made;
}
