import type { PartRow } from "../keep-ledger/part.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentsContext } from "../plugin.js";
import { superiorsOf } from "../remind-owners/find-hearers.js";
import { secretariesOf, tellAboutPart } from "../remind-owners/tell-about-part.js";
import { wordStep } from "../remind-owners/word-step.js";

/**
 * Nobody took a part in time: whoever has to go on with it gets a letter, the street's secretary or office too when it is reported there; where nobody
 * can be written to, the history says who is to be told by hand.
 */
export async function tellSearchOver(ctx: CommitmentsContext, part: PartRow): Promise<void> {
  const { id, seekUntil, seekFallback, placePath } = part;
  const { people, office } = seekFallback === "street" ? await superiorsOf(ctx, placePath) : { people: [], office: null };
  const params = { until: seekUntil!, fallback: ctx.text(`commitments.fallback.${seekFallback}`, {}, "zh-CN") };
  const above = await tellAboutPart(ctx, part, people, { words: "search_over", params, key: `search-over/${seekUntil}`, office });
  const here = await tellAboutPart(ctx, part, await secretariesOf(ctx, placePath), { words: "search_over", params, key: `search-over/${seekUntil}` });
  const byHand = (step: string, hearer: string) => noteEntry(ctx, { partId: id, move: "remind", byId: null, note: wordStep(step, [hearer]) });
  if (seekFallback === "street" && above === 0) await byHand("street", "superior");
  if (here === 0) await byHand("search_over", "secretary");
}
