import { deedsZhCN } from "./deeds.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = { ...deedsZhCN, ...errorsZhCN, ...pagesZhCN, ...wordsZhCN } as const;
