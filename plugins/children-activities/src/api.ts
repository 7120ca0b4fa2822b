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

type Params = Readonly<Record<string, string | number>>;
/** The words for who is on the list, or for who is there. */
export const tellWho = (isThere: boolean) => ({
  where: text(isThere ? "children-activities.who.there" : "children-activities.who.listed"),
  whom: text(isThere ? "children-activities.whom.there" : "children-activities.whom.listed"),
});
/** A broken rule in words, saying whether it is of who is on the list or of who is there. */
export const tellRule = ({ code, params }: { readonly code: string; readonly params: Params }): string =>
  told("rule", code, { ...params, ...tellWho(params.who === "there") });

/** The sum by which adults are counted, and that two are needed at the least where it gives fewer. */
export const tellSum = ({ arithmetic, isLeast }: { readonly arithmetic: string; readonly isLeast: boolean }): string =>
  isLeast ? text("children-activities.gate.least", { sum: arithmetic }) : arithmetic;
