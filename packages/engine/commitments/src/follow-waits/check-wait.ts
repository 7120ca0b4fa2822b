import { errors } from "../errors.js";
import { findHolder, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { takePartTurn } from "../keep-state/take-turn.js";
import type { CommitmentsContext } from "../plugin.js";
import { waitedForBy } from "./wait.repository.js";

/** Does what is waited for itself wait, over however many others, for this part. A circle among the others is none of this one's. */
async function leadsBack({ db }: CommitmentsContext, from: string, partId: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at); at = await waitedForBy(db, at)) {
    if (at === partId) return true;
    seen.add(at);
  }
  return false;
}

/** The part that has to be done first; throws partUnknown, waitsForItself, partVoided, waitsForDone, waitsInCircle. */
export async function getWaitsFor(ctx: CommitmentsContext, row: CommitmentRow, id: string | undefined): Promise<PartRow | null> {
  if (!id) return null;
  if (id === row.partId) throw errors.waitsForItself({}, "body.waitsForId");
  const part = await takePartTurn(ctx.db, id);
  if (!part) throw errors.partUnknown({}, "body.waitsForId");
  if (part.voidedOn) throw errors.partVoided({}, "body.waitsForId");
  if ((await findHolder(ctx.db, id))?.state === "closed") throw errors.waitsForDone({ title: part.title }, "body.waitsForId");
  if (await leadsBack(ctx, id, row.partId)) throw errors.waitsInCircle({ title: part.title }, "body.waitsForId");
  return part;
}
