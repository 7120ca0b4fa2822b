import type { Scope } from "@lianxin/plugin-kit";
import { shiftDay } from "../measure-time/choose-light.js";
import type { CommitmentsContext } from "../plugin.js";
import { countFilters } from "./count-filters.js";
import { showChains } from "../follow-waits/show-chains.js";
import { waitingFor } from "../hand-over/hand-over.js";
import type { Filter } from "./filter-names.js";
import { pageSize, rowsByIds, rowsOfPerson, findRow } from "./ledger.repository.js";
import { countDoneLines, countOpenLights, leadingIds, listIds, type LedgerQuery } from "./line.repository.js";
import { showRows, type ShownRow } from "./show-rows.js";

/** What the ledger's address may say. */
export type LedgerAsked = Omit<LedgerQuery, "untouchedSince"> & { readonly stale?: boolean | undefined };

async function leadingOrganizations({ db, use }: CommitmentsContext, scope: Scope): Promise<{ id: string; name: string }[]> {
  const ids = (await leadingIds(db, scope)).flatMap(({ id }) => id ?? []);
  const names = await use.directory.organizationNames(ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? "" })).sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function read(
  ctx: CommitmentsContext,
  scope: Scope,
  { stale, ...asked }: LedgerAsked,
  span: { readonly limit: number; readonly offset: number },
): Promise<{ lines: ShownRow[]; counts: Record<Filter, number> }> {
  const today = ctx.clock.today();
  const query = stale ? { ...asked, untouchedSince: shiftDay(today, -ctx.config.staleAfterDays) } : asked;
  const find = async () => {
    const open = await countOpenLights(ctx.db, scope, query, today);
    const ids = await listIds(ctx.db, scope, query, { open, today, ...span });
    return { open, lines: await showRows(ctx, await rowsByIds(ctx.db, ids)) };
  };
  // How much is done is nothing a page waits for: it may take longer to count than all the rest.
  const [{ open, lines }, done] = await Promise.all([find(), countDoneLines(ctx.db, scope, query)]);
  return { lines, counts: countFilters(new Map([...open, ["done", done]])) };
}

/** What the ledger's pages ask. */
export const readLedger = (ctx: CommitmentsContext) => ({
  page: (scope: Scope, asked: LedgerAsked, page: number) => read(ctx, scope, asked, { limit: pageSize, offset: page * pageSize }),
  upTo: async (scope: Scope, asked: LedgerAsked, limit: number) => (await read(ctx, scope, asked, { limit, offset: 0 })).lines,
  count: async (scope: Scope, asked: LedgerAsked) => (await read(ctx, scope, asked, { limit: 0, offset: 0 })).counts,
  organizations: (scope: Scope) => leadingOrganizations(ctx, scope),
  chains: (scope: Scope) => showChains(ctx, scope),
  /** Lines by the ids of their parts, in this order. */
  lines: async (partIds: readonly string[]): Promise<ShownRow[]> => showRows(ctx, await rowsByIds(ctx.db, partIds)),
  async line(partId: string): Promise<ShownRow | undefined> {
    const row = await findRow(ctx.db, partId);
    return row && (await showRows(ctx, [row]))[0];
  },
  /** This year, when nobody has loaded its holidays. */
  async missingYear(): Promise<number | null> {
    const { missingYears } = await ctx.use.directory.holidays([Number(ctx.clock.today().slice(0, 4))]);
    return missingYears[0] ?? null;
  },
  async mine(personId: string) {
    const rows = await rowsOfPerson(ctx.db, personId);
    return (await showRows(ctx, rows)).map((line, i) => ({ ...line, isToCheck: rows[i]!.ownerId !== personId }));
  },
  /** Hand-overs that wait for this person's signature, with who is on the other side. */
  async handOvers(personId: string) {
    const rows = await waitingFor(ctx.db, personId);
    const names = await ctx.use.directory.namesOf(rows.flatMap(({ ownerId, toPersonId }) => [ownerId, toPersonId]));
    return rows.map(({ id, partId, title, ownerId, toPersonId }) => {
      const isMine = toPersonId === personId;
      return { id, partId, title, isMine, otherName: names.get(isMine ? ownerId : toPersonId) ?? "" };
    });
  },
});
