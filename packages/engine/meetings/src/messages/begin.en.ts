import type { beginZhCN } from "./begin.zh-CN.js";

export const beginEn: Record<keyof typeof beginZhCN, string> = {
  "begin.done": "Done",
  "begin.todo": "Not started",
  "begin.verified": "Verified",
  "begin.unverified": "Not verified",
  "begin.later": "After the others",
  "begin.body": "3 Who sits in the council",
  "begin.bodyWhy": "From a template of about 20, or your own",
  "begin.bodyVerb": "Set up a council",
  "begin.rules": "4 Check the rules",
  "begin.rulesWhy": "Notice {notice} days before, {need} of {members} must come",
  "begin.bodyFirst": "Set up the council first",
  "begin.meeting": "5 Hold the first meeting",
  "begin.meetingWhy": "Ready for the first meeting",
  "begin.meetingVerb": "Convene",
  "begin.laterWhy": "It needs people and a council",
};
