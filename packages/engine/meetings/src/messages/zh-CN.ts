import { promisesZhCN } from "./promises.zh-CN.js";
import { beginZhCN } from "./begin.zh-CN.js";
import { conveneZhCN } from "./convene.zh-CN.js";
import { decideErrorsZhCN } from "./decide-errors.zh-CN.js";
import { decideWordsZhCN } from "./decide-words.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { followZhCN } from "./follow.zh-CN.js";
import { listsZhCN } from "./lists.zh-CN.js";
import { noticesZhCN } from "./notices.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { plansZhCN } from "./plans.zh-CN.js";
import { roomPagesZhCN } from "./room-pages.zh-CN.js";
import { rulesPagesZhCN } from "./rules-pages.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = {
  ...errorsZhCN,
  ...decideErrorsZhCN,
  ...decideWordsZhCN,
  ...conveneZhCN,
  ...followZhCN,
  ...promisesZhCN,
  ...listsZhCN,
  ...noticesZhCN,
  ...pagesZhCN,
  ...beginZhCN,
  ...rulesPagesZhCN,
  ...roomPagesZhCN,
  ...wordsZhCN,
  ...plansZhCN,
} as const;
