import type { VolunteerDaysContext } from "../plugin.js";
import { findAddress, type Addressee } from "./write-to-volunteers.js";

/** How many people a letter reaches, and the names of those the desk has to ring up. */
export interface Told {
  readonly told: number;
  /** Whom no letter reaches: no number or address, a landline, or a house without a gateway for it. */
  readonly toCall: string[];
}

export const nobody: Told = { told: 0, toCall: [] };

/** A landline takes no text messages. */
export const takesTexts = (phone: string): boolean => phone.startsWith("1");

/** Whom of some people a letter reaches, each counted once. One opening of their numbers, and none without a gateway. O(people). */
export async function reachable(ctx: VolunteerDaysContext, people: readonly Addressee[]): Promise<Told> {
  const all = [...new Map(people.map((one) => [one.volunteerId, one])).values()];
  const reached = new Set<string>();
  const texted = [];
  for (const one of all) {
    const address = await findAddress(ctx, one);
    if (!address || !ctx.canSend(address.channel)) continue;
    if (address.channel === "mail") reached.add(one.volunteerId);
    else texted.push({ id: one.volunteerId, number: address.to.address });
  }
  const numbers =
    texted.length === 0
      ? []
      : await ctx.disclose(
          texted.map(({ number }) => number),
          "tell",
        );
  for (const [i, { id }] of texted.entries()) if (takesTexts(numbers[i]!)) reached.add(id);
  return { told: reached.size, toCall: all.filter(({ volunteerId }) => !reached.has(volunteerId)).map(({ name }) => name) };
}
