import { childrenZhCN } from "./children.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { planZhCN } from "./plan.zh-CN.js";
import { sessionsZhCN } from "./sessions.zh-CN.js";

/** The Chinese texts, which say which keys there are. */
export const zhCN = { ...errorsZhCN, ...planZhCN, ...childrenZhCN, ...sessionsZhCN, ...pagesZhCN } as const;
