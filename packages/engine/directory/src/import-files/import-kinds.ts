/** What a file may hold. */
export const importKinds = ["people", "places", "organizations", "venues", "calendars", "hours", "holidays"] as const;
export type ImportKindName = (typeof importKinds)[number];
