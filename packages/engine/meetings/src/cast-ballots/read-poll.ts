import { api } from "../api.js";

export const readPoll = (pollId: string) => api("GET /polls/:pollId", { params: { pollId } });
export type ShownPoll = Awaited<ReturnType<typeof readPoll>>;
