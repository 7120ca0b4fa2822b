import type { TrafficLight } from "../commitments.js";
import { filterNames, filters, type Filter } from "./filter-names.js";

/** Lines under each filter, from the lines of each light; those but "all" add up to "all". */
export const countFilters = (counts: ReadonlyMap<TrafficLight, number>): Record<Filter, number> =>
  Object.fromEntries(filterNames.map((name) => [name, filters[name].reduce((sum, light) => sum + (counts.get(light) ?? 0), 0)])) as Record<Filter, number>;
