import { createClient, textsOf } from "@lianxin/web-kit";
import type { matters } from "./plugin.js";
import type server from "./server.js";

/** The routes of matters, typed by their server part. */
export const api = createClient<typeof server>("matters");
export const text = textsOf<typeof matters>();
export type MatterAnswer = Awaited<ReturnType<typeof readMatter>>;
export const readMatter = (matterId: string) => api("GET /matters/:matterId", { params: { matterId } });
export const readSimilar = (matterId: string) => api("GET /matters/:matterId/similar", { params: { matterId } });
export type SimilarAnswer = Awaited<ReturnType<typeof readSimilar>>;
