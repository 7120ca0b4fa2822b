import { getCadre } from "../move-people/move-people.js";
import type { ElderPairingContext } from "../plugin.js";
import { getElder, getPresent } from "./change-elder.js";
import type { CadreRow, ElderRow } from "./people.repository.js";

type Asking<Key extends string> = ElderPairingContext & { readonly params: Readonly<Record<Key, string>> };

/** A handler that does one thing to the elder its route is about and answers with nothing. Throws elderUnknown. */
export const forElder =
  <C extends Asking<"elderId">>(work: (ctx: C, elder: ElderRow) => Promise<unknown>) =>
  async (ctx: C): Promise<{}> => {
    await work(ctx, await getElder(ctx, ctx.params.elderId));
    return {};
  };

/** The same for an elder who is here. Throws elderUnknown, elderLeft. */
export const forPresent =
  <C extends Asking<"elderId">>(work: (ctx: C, elder: ElderRow) => Promise<unknown>) =>
  async (ctx: C): Promise<{}> => {
    await work(ctx, await getPresent(ctx, ctx.params.elderId));
    return {};
  };

/** The same for a cadre. Throws cadreUnknown. */
export const forCadre =
  <C extends Asking<"cadreId">>(work: (ctx: C, cadre: CadreRow) => Promise<unknown>) =>
  async (ctx: C): Promise<{}> => {
    await work(ctx, await getCadre(ctx, ctx.params.cadreId));
    return {};
  };
