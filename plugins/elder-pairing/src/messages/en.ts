import { errorsEn } from "./errors.en.js";
import { peopleEn } from "./people.en.js";
import type { zhCN } from "./zh-CN.js";

/** The English texts; a key that is missing does not compile. */
export const en: Record<keyof typeof zhCN, string> = { ...errorsEn, ...peopleEn };
