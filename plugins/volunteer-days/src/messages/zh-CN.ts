import { deedsZhCN } from "./deeds.zh-CN.js";
import { changeZhCN } from "./change.zh-CN.js";
import { deskZhCN } from "./desk.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { lettersZhCN } from "./letters.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { papersZhCN } from "./papers.zh-CN.js";
import { peopleZhCN } from "./people.zh-CN.js";
import { planZhCN } from "./plan.zh-CN.js";
import { recordZhCN } from "./record.zh-CN.js";

/** The Chinese texts, which say which keys there are. */
export const zhCN = {
  ...deedsZhCN,
  ...errorsZhCN,
  ...lettersZhCN,
  ...pagesZhCN,
  ...deskZhCN,
  ...planZhCN,
  ...papersZhCN,
  ...changeZhCN,
  ...peopleZhCN,
  ...recordZhCN,
} as const;
