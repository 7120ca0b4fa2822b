import { errorsEn } from "./errors.en.js";
import { wordsEn } from "./words.en.js";
import type { zhCN } from "./zh-CN.js";

export const en: Record<keyof typeof zhCN, string> = { ...errorsEn, ...wordsEn };
