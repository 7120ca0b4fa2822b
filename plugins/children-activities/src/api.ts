import type directoryServer from "@lianxin/directory/server";
import { createClient, t, textsOf } from "@lianxin/web-kit";
import type { childrenActivities } from "./plugin.js";
import type server from "./server.js";

/** The routes of children's activities, typed by their server part. */
export const api = createClient<typeof server>("children-activities");
/** People and venues are asked of the directory. */
export const directoryApi = createClient<typeof directoryServer>("directory");
export const text = textsOf<typeof childrenActivities>();

/** A text whose key is made of a code: a broken rule, a remedy, a state. */
export const told = (group: string, code: string, params: Readonly<Record<string, string | number>> = {}): string =>
  t(`children-activities.${group}.${code}`, params);
