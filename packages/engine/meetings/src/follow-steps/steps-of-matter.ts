import { everywhere } from "@lianxin/plugin-kit";
import { findRoot, findRulesOf } from "../keep-rules/find-rules.js";
import type { MeetingsContext } from "../plugin.js";
import { findChainOfMatter } from "./chain.repository.js";
import { isDecidedBy, overStates } from "./follow-steps.js";
import { shippedChains } from "./shipped-chains.js";
import { showChain } from "./show-chain.js";

const bodiesAbove = async ({ db }: MeetingsContext, path: string) =>
  (
    await everywhere(db, "meetings_body", "which bodies decide for the place of one matter, whose place was checked")
      .selectAll()
      .where("endedOn", "is", null)
      .where("placePath", "<=", path)
      .orderBy("placePath", "desc")
      .orderBy("id")
      .execute()
  ).filter(({ placePath }) => path.startsWith(placePath));

/** Where a matter can go through required steps: the places of the bodies whose vote is one of them, nearest first. A query or two for each body. */
async function findWays(ctx: MeetingsContext, path: string) {
  const { db, clock, use } = ctx;
  const ways = new Map<string, { kind: string; nameZh: string; nameEn: string; placeId: string; placeName: string; bodyName: string }>();
  for (const body of await bodiesAbove(ctx, path)) {
    const pack = await findRulesOf(db, body, clock.today());
    const root = pack && (await findRoot(db, pack.id, clock.today()));
    const place = await use.directory.findPlace(body.placeId);
    for (const chain of shippedChains)
      if (root && place && isDecidedBy(chain, root.id) && !ways.has(`${chain.id} ${place.id}`))
        ways.set(`${chain.id} ${place.id}`, {
          ...{ kind: chain.id, nameZh: chain.name.zh, nameEn: chain.name.en },
          ...{ placeId: place.id, placeName: place.name, bodyName: body.name },
        });
  }
  return [...ways.values()];
}

/** How far a matter is on its way through required steps, or where it can be put on one; nowhere once it is over. */
export async function stepsOfMatter(ctx: MeetingsContext, matterId: string) {
  const row = await findChainOfMatter(ctx.db, matterId);
  if (row) return { chain: await showChain(ctx, row), ways: [] };
  const matter = await ctx.use.matters.findMatter(matterId);
  return { chain: null, ways: matter && !overStates.has(matter.state) ? await findWays(ctx, matter.placePath) : [] };
}
