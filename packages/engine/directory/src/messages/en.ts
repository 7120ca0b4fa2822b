import { arrangeEn } from "./arrange.en.js";
import { deedsEn } from "./deeds.en.js";
import { errorsEn } from "./errors.en.js";
import { pagesEn } from "./pages.en.js";
import { settingsEn } from "./settings.en.js";
import { standingEn } from "./standing.en.js";
import { wordsEn } from "./words.en.js";
import type { zhCN } from "./zh-CN.js";

export const en: Record<keyof typeof zhCN, string> = { ...errorsEn, ...pagesEn, ...standingEn, ...arrangeEn, ...settingsEn, ...deedsEn, ...wordsEn };
