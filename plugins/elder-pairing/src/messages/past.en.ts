import type { pastZhCN } from "./past.zh-CN.js";

/** Texts of what is past of an elder, and of what they need. */
export const pastEn: Record<keyof typeof pastZhCN, string> = {
  "notHere.note": "Somebody else may help them now, or they belong to another place. Your own are below.",
  "notHere.today": "Back to Today",
  "visit.handedOver": "What the helper before wants told",
  "needs.noHealth": "If it is about seeing a doctor choose “other” and write what is to be done, not what they suffer from.",
  "change.noHealth": "The elder does not agree to notes on health: these raise the level and send somebody, and which it was is not written down.",
  "written.kept": "No network: kept on this phone, and sent as soon as there is one.",
  "written.raised": "The elder is {level} now and seen more often.",
  "written.goBy": "Somebody has to go again by {day}.",
  "written.wrong": "A mistake? Until the day is over it can be taken back among the past visits.",
  "written.again": "Write another one",
  "past.all": "Show all {count}",
  "past.searches": "Not reached before: looked for {count} times",
  "past.open": "Show each search",
  "past.safe": "found, safe",
  "past.emergency": "hurt, help was called",
  "past.deceased": "the elder died; nobody is looked for",
  "past.moved": "the elder moved away; nobody is looked for",
  "past.erased": "the record was erased",
  "returning.heading":
    "{count} in the sheet stand on the register as deceased, moved away or transferred. They stay out unless ticked; tick only who is here again.",
  "returning.line": "Line {line}, {name}: {state} {day}",
  "returning.deceased": "deceased",
  "returning.moved": "moved away",
  "returning.transferred": "transferred",
  "alike.heading":
    "{count} lines may mean somebody on the register: another phone, a number added, another village. Answer each; a line without an answer stays out this time.",
  "alike.line": "Line {line}: who is {name}?",
  "alike.elder": "The one on the register: {village}, born {fact}",
  "alike.cadre": "The one on the register: {fact}, {village}",
  "alike.other": "Somebody else, to be registered",
  "offline.keeps":
    "Where there is no network: open the elder's page before you leave and keep it open. What you write is kept on this phone and goes out while the page is open and a network is there. A closed page does not open without a network; write on paper then.",
  "offline.cannot": "This address does not begin with https, so nothing can be kept on this phone: without a network write on paper and enter it later.",
  "needs.add": "One more need",
  "needs.drop": "Leave this one out",
  "needs.which": "Need {n}",
  "needs.words": "What the elder asks for (kept sealed)",
  "needs.mayTell": "The elder agrees that these words stand in the matter, for those who deal with it",
  "needs.notTold": "Without it the matter says the kind alone; of a medical need not even that.",
};
