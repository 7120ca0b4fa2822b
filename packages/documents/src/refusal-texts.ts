const zhCN = {
  "calendar.uid.missing": "日历事件缺少 uid。请给每次会议一个固定的编号。",
  "calendar.sequence.wrong": "sequence 应为 0 或正整数，现在是 {value}。每次改期请加 1。",
  "calendar.instant.wrong": "{field} 应为 UTC 时刻，例如 2026-09-09T07:00:00Z，现在是“{value}”。",
  "calendar.end.early": "结束时间应晚于开始时间。请检查 {startsAt} 和 {endsAt}。",
  "calendar.zone.unknown": "不认识时区“{value}”。请用 Asia/Shanghai 这样的名称。",
  "calendar.mail.wrong": "{field} 的邮箱“{value}”格式不对。请改正，或不给此人发日历邀请。",
  "calendar.url.wrong": "网址“{value}”不能用。请用 http:// 或 https:// 开头的网址。",
  "calendar.reminder.wrong": "提前提醒的分钟数应为 1 到 40320 之间的整数，现在是 {value}。",
  "calendar.event.wrong": "日历事件不符合规则：{reason}。请改正后重试。",
} as const;

/** Everything that can be refused; the texts below say it in both languages. */
export type RefusalCode = keyof typeof zhCN;

const en: Record<RefusalCode, string> = {
  "calendar.uid.missing": "The calendar event has no uid. Give each meeting one lasting identifier.",
  "calendar.sequence.wrong": "sequence must be 0 or a positive whole number, not {value}. Add 1 at each change.",
  "calendar.instant.wrong": "{field} must be an instant in UTC such as 2026-09-09T07:00:00Z, not “{value}”.",
  "calendar.end.early": "The end must be after the start. Check {startsAt} and {endsAt}.",
  "calendar.zone.unknown": "The time zone “{value}” is not known. Use a name such as Asia/Shanghai.",
  "calendar.mail.wrong": "The mail address “{value}” of {field} is not well formed. Correct it, or leave this person out of the invitation.",
  "calendar.url.wrong": "The address “{value}” cannot be used. Use one that begins with http:// or https://.",
  "calendar.reminder.wrong": "The reminder must be a whole number of minutes from 1 to 40320, not {value}.",
  "calendar.event.wrong": "The calendar event breaks a rule: {reason}. Correct it and try again.",
};

/** The sentence of each refusal, `{blanks}` filled by `fillText`. */
export const refusalTexts: Readonly<Record<"zh-CN" | "en", Record<RefusalCode, string>>> = { "zh-CN": zhCN, en };
