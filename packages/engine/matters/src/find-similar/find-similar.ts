import { Temporal } from "temporal-polyfill";
import type { MattersContext } from "../plugin.js";
import { communityPathOf } from "../raise-matter/give-number.js";
import { chooseAlike, type Comparable, type Reason } from "./compare-matters.js";
import { candidatesOf } from "./similar.repository.js";

/** How far back a matter may have been raised to be the same one. */
const days = 365;

/** One that looks alike, as whoever decides sees it: how much, and why. */
export interface Similar {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly raisedOn: string;
  readonly score: number;
  readonly because: string[];
}

function tellReason({ text }: MattersContext, reason: Reason): string {
  const words = "words" in reason ? reason.words.join("、") : "";
  return text(`matters.similar.${reason.code}`, { words });
}

/**
 * Matters of the same community and the last year that look like this one, the likest first, each with the words, place and house number that
 * make it so. At most the newest 2,000 are compared, whatever the community holds: about 15 ms.
 */
export async function findSimilar(ctx: MattersContext, matter: Omit<Comparable, "placePath"> & { readonly id?: string }): Promise<Similar[]> {
  const { db, use, clock } = ctx;
  const communityPath = await communityPathOf(use.directory, matter.placeId);
  const since = Temporal.PlainDate.from(clock.today()).subtract({ days }).toString();
  const others = (await candidatesOf(db, communityPath, since)).filter(({ id }) => id !== matter.id);
  return chooseAlike({ ...matter, placePath: communityPath }, others).map(({ matter: { id, number, title, state, raisedOn }, likeness }) => ({
    ...{ id, number, title, state, raisedOn },
    score: likeness.score,
    because: likeness.reasons.map((reason) => tellReason(ctx, reason)),
  }));
}
