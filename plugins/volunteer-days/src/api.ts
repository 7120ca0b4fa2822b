import type directoryServer from "@lianxin/directory/server";
import { createClient, textsOf } from "@lianxin/web-kit";
import type { volunteerDays } from "./plugin.js";
import type server from "./server.js";

/** The routes of volunteer days, typed by their server part. */
export const api = createClient<typeof server>("volunteer-days");
/** People are asked of the directory. */
export const directoryApi = createClient<typeof directoryServer>("directory");
export const text = textsOf<typeof volunteerDays>();

/** The next day of all, or of the series or day that a link names. */
export const readThursday = (of?: string) => api("GET /public/thursday", of === undefined ? {} : { query: { of } });
export type Thursday = Awaited<ReturnType<typeof readThursday>>;
export type ThursdayDay = NonNullable<Thursday["day"]>;
