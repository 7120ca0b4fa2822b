import { errors } from "../errors.js";
import type { GuardianRow } from "../keep-children/child.repository.js";
import { takesTexts } from "../keep-children/read-values.js";
import type { ActivitiesContext } from "../plugin.js";

/** A code that never comes helps nobody: without a gateway, or to a landline, none is made. Throws noText. */
export async function mustGetTexts(ctx: ActivitiesContext, { phone }: Pick<GuardianRow, "phone">, purpose: "handOver" | "guardian"): Promise<void> {
  if (!ctx.canSend("sms")) throw errors.noText();
  const [number] = await ctx.disclose([phone], purpose);
  if (!takesTexts(number!)) throw errors.noText();
}
