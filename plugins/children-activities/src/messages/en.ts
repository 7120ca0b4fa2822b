import { childrenEn } from "./children.en.js";
import { errorsEn } from "./errors.en.js";
import { pagesEn } from "./pages.en.js";
import { planEn } from "./plan.en.js";
import { sessionsEn } from "./sessions.en.js";
import type { zhCN } from "./zh-CN.js";

/** The English texts; a key that is missing does not compile. */
export const en: Record<keyof typeof zhCN, string> = { ...errorsEn, ...planEn, ...childrenEn, ...sessionsEn, ...pagesEn };
