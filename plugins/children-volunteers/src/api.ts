import { createClient, t, textsOf } from "@lianxin/web-kit";
import type { childrenVolunteers } from "./plugin.js";
import type server from "./server.js";

export const api = createClient<typeof server>("children-volunteers");
export const text = textsOf<typeof childrenVolunteers>();
/** How an ask stands, in words. */
export const toldState = (state: string): string => t(`children-volunteers.state.${state}`);
