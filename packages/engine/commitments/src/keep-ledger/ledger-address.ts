import { filterNames, type Filter } from "./filter-names.js";

/** What the ledger's address says: a filter and what narrows it. */
export interface LedgerView {
  readonly filter: Filter;
  readonly search: string;
  readonly organizationId: string;
  readonly meetingId: string;
  /** The year it was closed out in, "2026"; empty for any. */
  readonly closedIn: string;
  /** Only what nobody touched for long. */
  readonly stale: boolean;
  readonly page: number;
}

/** Reads the address; what it does not say, or says wrongly, is everything. */
export const readView = (query: Readonly<Record<string, string | undefined>>): LedgerView => ({
  filter: filterNames.find((name) => name === query.filter) ?? "all",
  search: query.search ?? "",
  organizationId: query.organizationId ?? "",
  meetingId: query.meetingId ?? "",
  closedIn: /^20\d\d$/.test(query.closedIn ?? "") ? query.closedIn! : "",
  stale: query.stale === "1",
  page: Math.max(0, Math.floor(Number(query.page) || 0)),
});

/** The address of a view; only what is not usual stands in it. */
export function writeView({ filter, search, organizationId, meetingId, closedIn, stale, page }: LedgerView): string {
  const pairs = [
    ["filter", filter === "all" ? "" : filter],
    ["search", search],
    ["organizationId", organizationId],
    ["meetingId", meetingId],
    ["closedIn", closedIn],
    ["stale", stale ? "1" : ""],
    ["page", page > 0 ? String(page) : ""],
  ] as const;
  const said = pairs.filter(([, value]) => value !== "").map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/commitments${said.length > 0 ? `?${said.join("&")}` : ""}`;
}

/** The same as a query of the server. */
export const queryOf = ({ filter, search, organizationId, meetingId, closedIn, stale }: LedgerView) => ({
  filter,
  ...(search ? { search } : {}),
  ...(organizationId ? { organizationId } : {}),
  ...(meetingId ? { meetingId } : {}),
  ...(closedIn ? { closedIn: Number(closedIn) } : {}),
  ...(stale ? { stale } : {}),
});
