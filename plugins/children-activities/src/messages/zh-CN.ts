import { deedsZhCN } from "./deeds.zh-CN.js";
import { adultsZhCN } from "./adults.zh-CN.js";
import { boardZhCN } from "./board.zh-CN.js";
import { childrenZhCN } from "./children.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { homesZhCN } from "./homes.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { papersZhCN } from "./papers.zh-CN.js";
import { planZhCN } from "./plan.zh-CN.js";
import { plansZhCN } from "./plans.zh-CN.js";
import { sessionsZhCN } from "./sessions.zh-CN.js";

/** The Chinese texts, which say which keys there are. */
export const zhCN = {
  ...deedsZhCN,
  ...errorsZhCN,
  ...planZhCN,
  ...childrenZhCN,
  ...sessionsZhCN,
  ...pagesZhCN,
  ...plansZhCN,
  ...boardZhCN,
  ...adultsZhCN,
  ...homesZhCN,
  ...papersZhCN,
} as const;
