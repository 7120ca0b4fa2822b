import { deedsEn } from "./deeds.en.js";
import { backEn } from "./back.en.js";
import { careEn } from "./care.en.js";
import { errorsEn } from "./errors.en.js";
import { lettersEn } from "./letters.en.js";
import { pagesEn } from "./pages.en.js";
import { pairsEn } from "./pairs.en.js";
import { pastEn } from "./past.en.js";
import { peopleEn } from "./people.en.js";
import { pressEn } from "./press.en.js";
import { wordsEn } from "./words.en.js";
import type { zhCN } from "./zh-CN.js";

/** The English texts; a key that is missing does not compile. */
export const en: Record<keyof typeof zhCN, string> = {
  ...deedsEn,
  ...backEn,
  ...careEn,
  ...errorsEn,
  ...lettersEn,
  ...pagesEn,
  ...pairsEn,
  ...pastEn,
  ...peopleEn,
  ...pressEn,
  ...wordsEn,
};
