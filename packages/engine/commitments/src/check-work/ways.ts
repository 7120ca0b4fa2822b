/** How the checker convinced themself: at the place, from the papers, by asking residents. */
export const ways = ["on_site", "papers", "asked_residents"] as const;
