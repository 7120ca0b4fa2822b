import type { Platform } from "../answer-requests/platform.js";
import type { Store } from "../start-app/open-store.js";

/** Called as work goes on: what is under way, and how far it is. */
export type TellProgress = (what: string, done: number, of: number) => void;

/**
 * A command of the house itself, beside those of its plugins: it may take long. It runs inside the server where one runs, and otherwise on the
 * opened data. Input and result are JSON.
 */
export interface HouseCommand<I = any, R = any> {
  readonly name: string;
  run(house: { readonly platform: Platform; readonly store: Store }, input: I, tell: TellProgress): Promise<R>;
}
