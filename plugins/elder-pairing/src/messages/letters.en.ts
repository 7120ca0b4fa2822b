import type { lettersZhCN } from "./letters.zh-CN.js";

export const lettersEn: Record<keyof typeof lettersZhCN, string> = {
  "letter.late.subject": "A visit is overdue",
  "letter.late": "{count} of the elders you help should have been visited by now: {link}",
  "letter.paired.subject": "The elders you help have changed",
  "letter.paired": "You are new first helper of {primary}, backup of {backup}, cover for {cover} elders. Look, and say yes where you are first helper: {link}",
  "letter.standIn.subject": "You stand in these days",
  "letter.standIn": "The first helper of {count} elders whose backup you are is on leave until {day}; these days they are yours: {link}",
  "letter.digest.subject": "Overdue visits",
  "letter.digest": "{count} elders wait for a visit where you answer for, by {days} days at most: {link}",
};
