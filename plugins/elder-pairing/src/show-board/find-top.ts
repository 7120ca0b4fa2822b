import { api } from "../api.js";

/** The highest place one answers for here, to which papers and the matching belong. */
export const findTop = async (): Promise<{ readonly id: string; readonly name: string } | undefined> => (await api("GET /tops")).places[0];
