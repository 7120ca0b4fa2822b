import { deedsZhCN } from "./deeds.zh-CN.js";
import { backZhCN } from "./back.zh-CN.js";
import { careZhCN } from "./care.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { lettersZhCN } from "./letters.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { pairsZhCN } from "./pairs.zh-CN.js";
import { pastZhCN } from "./past.zh-CN.js";
import { peopleZhCN } from "./people.zh-CN.js";
import { pressZhCN } from "./press.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

/** The Chinese texts, which say which keys there are. */
export const zhCN = {
  ...deedsZhCN,
  ...backZhCN,
  ...careZhCN,
  ...errorsZhCN,
  ...lettersZhCN,
  ...pagesZhCN,
  ...pairsZhCN,
  ...pastZhCN,
  ...peopleZhCN,
  ...pressZhCN,
  ...wordsZhCN,
} as const;
