import type { lettersZhCN } from "./letters.zh-CN.js";

export const lettersEn: Record<keyof typeof lettersZhCN, string> = {
  "letter.day": "{month}/{day}",
  "letter.late.subject": "A visit is overdue",
  "letter.late": "{count} of the elders you help should have been visited by now: {link}",
  "letter.paired.subject": "The elders you help have changed",
  "letter.paired": "You are new {what}. {ask}Look: {link}",
  "letter.paired.primary": "first helper of {count} elders",
  "letter.paired.backup": "backup of {count} elders",
  "letter.paired.cover": "cover for {count} elders",
  "letter.paired.ask": "Say yes where you are asked to be first helper. ",
  "letter.standIn.subject": "You stand in these days",
  "letter.standIn": "The first helper of {count} elders whose backup you are is on leave until {day}; these days they are yours: {link}",
  "letter.digest.subject": "Overdue visits",
  "letter.digest": "{count} elders where you answer for wait for a visit {least} days or more, {days} at most: {link}",
};
