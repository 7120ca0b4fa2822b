import { filterNames, filters, rankOf, type Filter } from "./filter-names.js";

/** Lines under each filter, from the lines of each light; those but "all" add up to "all". */
export const countFilters = (byRank: ReadonlyMap<number, number>): Record<Filter, number> =>
  Object.fromEntries(filterNames.map((name) => [name, filters[name].reduce((sum, light) => sum + (byRank.get(rankOf(light)) ?? 0), 0)])) as Record<
    Filter,
    number
  >;
