import type { lettersZhCN } from "./letters.zh-CN.js";

export const lettersEn: Record<keyof typeof lettersZhCN, string> = {
  "letter.late.subject": "A visit is overdue",
  "letter.late": "{count} of the elders you help should have been visited by now: {link}",
  "letter.digest.subject": "Overdue visits",
  "letter.digest": "{count} visits are overdue where you answer for, by {days} days at most: {link}",
};
