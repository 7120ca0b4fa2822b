import { conveneZhCN } from "./convene.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = { ...errorsZhCN, ...conveneZhCN, ...pagesZhCN, ...wordsZhCN } as const;
