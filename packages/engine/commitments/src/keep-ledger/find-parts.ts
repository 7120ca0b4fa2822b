import type { Found } from "@lianxin/plugin-kit/web";
import { api } from "../api.js";

/** Promises for the find box, gaps and overdue first. */
export default async function findParts(words: string): Promise<readonly Found[]> {
  const { lines } = await api("GET /ledger", { query: { filter: "all", search: words } });
  return lines.map(({ partId, title, ownerOrganization, owner, dueOn }) => ({
    href: `/commitments/${partId}`,
    title,
    note: [ownerOrganization, owner, dueOn].filter(Boolean).join(" "),
  }));
}
