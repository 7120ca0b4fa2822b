import type { zhCN } from "./zh-CN.js";

export const en: Record<keyof typeof zhCN, string> = {
  "page.title": "Greetings",
  "page.heading": "What did people say?",
  "page.empty": "Nobody has said hello yet. Will you?",
  "page.words": "Say something",
  "page.send": "Say hello",
  "page.sent": "Said",
  "error.tooLong": "These are {length} characters, at most {longest}",
  "error.tooLong.remedy": "Say it shorter",
  "error.alreadyGreeted": "You have said hello today already",
  "error.alreadyGreeted.remedy": "Come back tomorrow",
};
