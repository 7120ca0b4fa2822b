import { errorsZhCN } from "./errors.zh-CN.js";
import { peopleZhCN } from "./people.zh-CN.js";

/** The Chinese texts, which say which keys there are. */
export const zhCN = { ...errorsZhCN, ...peopleZhCN } as const;
