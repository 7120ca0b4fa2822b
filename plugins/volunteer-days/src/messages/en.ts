import { deedsEn } from "./deeds.en.js";
import { changeEn } from "./change.en.js";
import { deskEn } from "./desk.en.js";
import { errorsEn } from "./errors.en.js";
import { lettersEn } from "./letters.en.js";
import { pagesEn } from "./pages.en.js";
import { papersEn } from "./papers.en.js";
import { peopleEn } from "./people.en.js";
import { planEn } from "./plan.en.js";
import { recordEn } from "./record.en.js";
import type { zhCN } from "./zh-CN.js";

/** The English texts; a key that is missing does not compile. */
export const en: Record<keyof typeof zhCN, string> = {
  ...deedsEn,
  ...errorsEn,
  ...lettersEn,
  ...pagesEn,
  ...deskEn,
  ...planEn,
  ...papersEn,
  ...changeEn,
  ...peopleEn,
  ...recordEn,
};
