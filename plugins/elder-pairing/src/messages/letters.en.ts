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
  "letter.standIn": "{away}, first helper of {count} elders whose backup you are, is on leave until {day}; these days they are yours: {link}",
  "letter.search.subject": "An elder does not answer",
  "letter.search.silent": "{village}: an elder did not answer two calls and is being looked for. Please stand by: {link}",
  "letter.search.goThere": "{village}: an elder does not answer, neither neighbour nor family reached them. Please go to the door at once: {link}",
  "letter.search.help": "{village}: something happened to an elder, help was called. Please look at once: {link}",
  "letter.search.over": "{village}: the elder who did not answer is found and safe: {link}",
  "letter.search.again": "The last message was a slip. {village}: the elder who did not answer is not found, the search goes on. Please look at once: {link}",
  "letter.digest.subject": "Overdue visits",
  "letter.digest": "At the places you answer for nobody has seen {count} elders for {least} days or more, the longest for {days}: {link}",
};
