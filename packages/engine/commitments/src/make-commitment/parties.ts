import { api } from "../api.js";

/** Who can lead a part: organisations with the people in them, and oneself. */
export const readParties = (partId: string) => api("GET /parts/:partId/parties", { params: { partId } });
export type Parties = Awaited<ReturnType<typeof readParties>>;

/** Rows as choices of a field. */
export const named = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
