import { arrangeZhCN } from "./arrange.zh-CN.js";
import { deedsZhCN } from "./deeds.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { settingsZhCN } from "./settings.zh-CN.js";
import { standingZhCN } from "./standing.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = { ...errorsZhCN, ...pagesZhCN, ...standingZhCN, ...arrangeZhCN, ...settingsZhCN, ...deedsZhCN, ...wordsZhCN } as const;
