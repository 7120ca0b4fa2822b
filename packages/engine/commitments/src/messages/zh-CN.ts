import { deedsZhCN } from "./deeds.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { followingZhCN } from "./following.zh-CN.js";
import { lettersZhCN } from "./letters.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { statesZhCN } from "./states.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = { ...deedsZhCN, ...errorsZhCN, ...pagesZhCN, ...followingZhCN, ...lettersZhCN, ...statesZhCN, ...wordsZhCN } as const;
