import { createClient, textsOf } from "@lianxin/web-kit";
import type { commitments } from "./plugin.js";
import type server from "./server.js";

/** The routes of commitments, typed by their server part. */
export const api = createClient<typeof server>("commitments");
export const text = textsOf<typeof commitments>();

export const readPart = (partId: string) => api("GET /parts/:partId", { params: { partId } });
export type PartAnswer = Awaited<ReturnType<typeof readPart>>;
export type LineAnswer = PartAnswer["line"];

/** What a verb on the page of one part is given. */
export interface VerbProps {
  readonly line: LineAnswer;
  readonly onDone: () => Promise<void>;
}

/** Of a verb that may open work again: the day of the rules, to begin with. */
export interface ReopenProps extends VerbProps {
  readonly reopenOn: string;
}
