import type { PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { superiorsOf } from "../remind-owners/find-hearers.js";
import { secretariesOf, tellAboutPart } from "../remind-owners/tell-about-part.js";

/** Nobody took a part in time: whoever has to go on with it gets a letter, the street's secretary too when it is reported there. */
export async function tellSearchOver(ctx: CommitmentsContext, part: PartRow): Promise<void> {
  const { seekUntil, seekFallback, placePath } = part;
  const above = seekFallback === "street" ? await superiorsOf(ctx.use.directory, placePath) : [];
  const params = { until: seekUntil!, fallback: ctx.text(`commitments.fallback.${seekFallback}`, {}, "zh-CN") };
  await tellAboutPart(ctx, part, [...(await secretariesOf(ctx, placePath)), ...above], { words: "search_over", params, key: `search-over/${seekUntil}` });
}
