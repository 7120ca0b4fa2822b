import { createClient, textsOf } from "@lianxin/web-kit";
import type { directory } from "./plugin.js";
import type server from "./server.js";

/** The directory's own routes, typed by its server part. */
export const api = createClient<typeof server>("directory");
/** The directory's own texts. */
export const t = textsOf<typeof directory>();
