import type { chairZhCN } from "./chair.zh-CN.js";

export const chairEn: Record<keyof typeof chairZhCN, string> = {
  "error.chairFixed": "The meeting has begun; its chair cannot be changed",
  "error.chairFixed.remedy": "If somebody else took the chair, write it into the record",
  "error.chairWrong": "This person is not asked to come and does not answer for this place",
  "error.chairWrong.remedy": "Ask them to come first, or choose another chair",
  "chair.heading": "Who chairs?",
  "chair.who": "Chair",
  "chair.hint": "Record and minutes name this person, and a casting vote is theirs. It can be changed until the meeting begins.",
  "chair.choose": "Please choose",
  "chair.named": "The chair was changed",
};
