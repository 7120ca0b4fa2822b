import type { promisesZhCN } from "./promises.zh-CN.js";

export const promisesEn: Record<keyof typeof promisesZhCN, string> = {
  "follow.owner": "{title}; {organization}, {person}; by {day}",
  "follow.unit": "{title}; {organization}; by {day}",
  "follow.goesOn": "Agreed to in this meeting; it comes before the body that decides",
  "follow.restored": "{title}: dropped by mistake, put back and going on",
  "follow.done": "{title}: done and checked",
  "takeOver.title": "Can it be done without a meeting?",
  "takeOver.what": "What is to be done",
  "takeOver.standard": "When it counts as done",
  "takeOver.standard.hint": "For example: it leaks no more, all three households have looked",
  "takeOver.submit": "Put it into the ledger and find who leads it",
};
