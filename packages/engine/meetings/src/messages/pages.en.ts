import type { pagesZhCN } from "./pages.zh-CN.js";

export const pagesEn: Record<keyof typeof pagesZhCN, string> = {
  "page.meetings": "Meetings",
};
