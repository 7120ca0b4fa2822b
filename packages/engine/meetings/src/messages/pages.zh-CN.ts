export const pagesZhCN = {
  "page.meetings": "会议",
} as const;
