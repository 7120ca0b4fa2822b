import { deedsEn } from "./deeds.en.js";
import { errorsEn } from "./errors.en.js";
import { pagesEn } from "./pages.en.js";
import { wordsEn } from "./words.en.js";
import type { zhCN } from "./zh-CN.js";

export const en: Record<keyof typeof zhCN, string> = { ...deedsEn, ...errorsEn, ...pagesEn, ...wordsEn };
