import { deedsEn } from "./deeds.en.js";
import { adultsEn } from "./adults.en.js";
import { boardEn } from "./board.en.js";
import { childrenEn } from "./children.en.js";
import { errorsEn } from "./errors.en.js";
import { homesEn } from "./homes.en.js";
import { pagesEn } from "./pages.en.js";
import { papersEn } from "./papers.en.js";
import { planEn } from "./plan.en.js";
import { plansEn } from "./plans.en.js";
import { sessionsEn } from "./sessions.en.js";
import type { zhCN } from "./zh-CN.js";

/** The English texts; a key that is missing does not compile. */
export const en: Record<keyof typeof zhCN, string> = {
  ...deedsEn,
  ...errorsEn,
  ...planEn,
  ...childrenEn,
  ...sessionsEn,
  ...pagesEn,
  ...plansEn,
  ...boardEn,
  ...adultsEn,
  ...homesEn,
  ...papersEn,
};
