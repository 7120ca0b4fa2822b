import type { Scope } from "@lianxin/plugin-kit";
import { rowsByIds } from "../keep-ledger/ledger.repository.js";
import { showRows, type ShownRow } from "../keep-ledger/show-rows.js";
import type { CommitmentsContext } from "../plugin.js";
import { planChains, type Chain } from "./plan-chains.js";
import { waitsAt } from "./wait.repository.js";

export interface ShownChain extends Pick<Chain, "endsOn" | "isCircle"> {
  readonly parts: readonly (Pick<ShownRow, "partId" | "title" | "owner" | "ownerOrganization" | "dueOn"> & { readonly isTight: boolean })[];
}

/** Who waits for whom at the places one may see, the critical chain first. */
export async function showChains(ctx: CommitmentsContext, scope: Scope): Promise<ShownChain[]> {
  const waits = await waitsAt(ctx.db, scope);
  const ids = [...new Set([...waits].flat())];
  if (ids.length === 0) return [];
  const lines = new Map((await showRows(ctx, await rowsByIds(ctx.db, ids))).map((line) => [line.partId, line]));
  const links = ids.map((id) => ({ id, dueOn: lines.get(id)?.dueOn ?? null, waitsForId: waits.get(id) ?? null }));
  return planChains(links).map(({ ids: chain, endsOn, isCircle, tightIds }) => ({
    ...{ endsOn, isCircle },
    parts: chain.map((id) => {
      const { title = "", owner = null, ownerOrganization = null, dueOn = null } = lines.get(id) ?? {};
      return { partId: id, title, owner, ownerOrganization, dueOn, isTight: tightIds.includes(id) };
    }),
  }));
}
