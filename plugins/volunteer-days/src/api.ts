import { createClient, textsOf } from "@lianxin/web-kit";
import type { volunteerDays } from "./plugin.js";
import type server from "./server.js";

/** The routes of volunteer days, typed by their server part. */
export const api = createClient<typeof server>("volunteer-days");
export const text = textsOf<typeof volunteerDays>();

export const readThursday = () => api("GET /public/thursday");
export type Thursday = Awaited<ReturnType<typeof readThursday>>;
export type ThursdayDay = NonNullable<Thursday["day"]>;
