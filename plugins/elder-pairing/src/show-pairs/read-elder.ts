import { api } from "../api.js";

/** An elder with their history and their needs, for whoever answers for the place. */
export const readElder = async (elderId: string) => ({
  elder: await api("GET /elders/:elderId", { params: { elderId } }),
  history: await api("GET /elders/:elderId/history", { params: { elderId } }),
  needs: (await api("GET /elders/:elderId/needs", { params: { elderId } })).needs,
});
export type Read = Awaited<ReturnType<typeof readElder>>;
export type Reload = () => Promise<unknown>;
