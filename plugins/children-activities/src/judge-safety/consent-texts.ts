import { newestOn, type Wording } from "./newest-on.js";

export const consentPurposes = ["data", "participation", "photo", "health"] as const;
/** What a guardian agrees to, each for itself: keeping the data, taking part, photographs, keeping the note on health. */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** One wording that guardians agreed to; a changed wording is a new version, and old signatures hold until `untilOn`. */
export interface ConsentText extends Wording {
  readonly citation: string;
  readonly words: Readonly<Record<ConsentPurpose, string>>;
}

export const consentTexts: readonly ConsentText[] = [
  {
    version: "2026-1",
    fromOn: "2026-01-01",
    untilOn: null,
    citation: "《个人信息保护法》第二十八条、第三十一条；《未成年人网络保护条例》第三十二条、第三十四条",
    words: {
      data: "我同意儿童之家保管孩子的姓名、出生年月、性别、年级、住的网格和我的电话，只用于活动安全。我可以随时查看、复制、更正、删除。",
      participation: "我同意孩子参加儿童之家的活动，清楚时间、地点和接送办法。",
      photo: "我同意活动时拍照、录像，只用于活动记录。不同意不影响参加。",
      health: "我同意保管孩子的过敏和用药提醒，只给带活动的大人看。",
    },
  },
];

/** The newest text of a day, which is the one to sign. */
export const consentTextOn = (day: string): ConsentText | undefined => newestOn(day, consentTexts);
