import type { deedsZhCN } from "./deeds.zh-CN.js";

export const deedsEn: Record<keyof typeof deedsZhCN, string> = {
  "deed.ask.accept": "Volunteer accepted",
  "deed.ask.decline": "Volunteer declined",
  "deed.duty.take": "Duty taken",
  "deed.programme.fill": "Programme filled",
  "deed.standIns.ask": "Stand-ins asked",
  "deed.ask.asked": "Volunteer asked",
  "deed.ask.placed": "Volunteer placed",
  "deed.ask.off": "Duty taken off",
};
