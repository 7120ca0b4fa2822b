import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { makeCode, openCode, useCode } from "../use-slip/code.repository.js";
import type { Rated } from "./judge-ratings.js";
import { checkRateable, rateWork } from "./rate-work.js";

export interface CodeRating extends Partial<Rated> {
  readonly code: string;
  readonly comment?: string | undefined;
}
export interface RatingShown {
  readonly title: string;
  readonly standard: string;
  readonly organization: string;
  readonly isRated: boolean;
}

/** Codes for so many residents, to be printed; each is good for one rating. Throws stateWrong. */
export async function makeRatingCodes(ctx: CommitmentsContext, row: CommitmentRow, count: number): Promise<string[]> {
  checkRateable(ctx, row);
  const codes: string[] = [];
  while (codes.length < count) codes.push(await makeCode(ctx, "rating", row.id));
  ctx.audit("ratingCodes", row.id, { count });
  return codes;
}

/** What a rating code opens; with both answers it rates, and the code is used. A wrong code is a refusal given back, see openCode. Throws stateWrong. */
export async function useRatingCode(ctx: CommitmentsContext, { code, resolved, satisfied, comment }: CodeRating): Promise<RatingShown | Error> {
  const opened = await openCode(ctx, "rating", code);
  if (opened instanceof Error) return opened;
  const { id, row } = opened;
  checkRateable(ctx, row);
  const isRated = resolved !== undefined && satisfied !== undefined;
  if (isRated) {
    await useCode(ctx, id);
    await rateWork(ctx, row, { resolved, satisfied, comment, raterId: null, via: "code" });
  }
  const part = (await findPartRow(ctx.db, row.partId))!;
  const organization = (await ctx.use.directory.findOrganization(row.ownerOrganizationId))?.name ?? "";
  return { title: part.title, standard: part.standard, organization, isRated };
}
