import { within, type Scope } from "@lianxin/plugin-kit";
import type { CommitmentsContext } from "../plugin.js";
import { countFilters } from "./count-filters.js";
import { countLights, listLedger, pageSize, rowsOfPerson, type LedgerQuery } from "./ledger.repository.js";
import type { Filter } from "./filter-names.js";
import { showRows } from "./show-rows.js";

/** Organisations that lead something at the reader's places, for the filter. */
async function leadingOrganizations({ db, use }: CommitmentsContext, scope: Scope): Promise<{ id: string; name: string }[]> {
  const rows = await within(db, scope, "commitments_commitment").select("ownerOrganizationId as id").where("isActive", "=", true).distinct().execute();
  const names = await use.directory.organizationNames(rows.map((row) => row.id));
  return rows.map(({ id }) => ({ id, name: names.get(id) ?? "" })).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What the ledger's pages ask. */
export const readLedger = (ctx: CommitmentsContext) => ({
  page: async (scope: Scope, query: LedgerQuery, page: number) =>
    showRows(ctx, await listLedger(ctx.db, scope, query, { today: ctx.clock.today(), limit: pageSize, offset: page * pageSize })),
  upTo: async (scope: Scope, query: LedgerQuery, limit: number) =>
    showRows(ctx, await listLedger(ctx.db, scope, query, { today: ctx.clock.today(), limit, offset: 0 })),
  count: async (scope: Scope, query: LedgerQuery): Promise<Record<Filter, number>> => countFilters(await countLights(ctx.db, scope, query, ctx.clock.today())),
  organizations: (scope: Scope) => leadingOrganizations(ctx, scope),
  /** This year, when nobody has loaded its holidays. */
  async missingYear(): Promise<number | null> {
    const { missingYears } = await ctx.use.directory.holidays([Number(ctx.clock.today().slice(0, 4))]);
    return missingYears[0] ?? null;
  },
  async mine(personId: string) {
    const rows = await rowsOfPerson(ctx.db, personId, ctx.clock.today());
    return (await showRows(ctx, rows)).map((line, i) => ({ ...line, isToCheck: rows[i]!.ownerId !== personId }));
  },
});
