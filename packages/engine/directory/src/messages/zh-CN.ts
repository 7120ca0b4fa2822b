import { errorsZhCN } from "./errors.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = { ...errorsZhCN, ...wordsZhCN } as const;
