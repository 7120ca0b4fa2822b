import { col, table } from "@lianxin/plugin-kit";

/**
 * Minutes served, with what 民政部令第67号 asks for. Only ever added to: what was wrong is reversed by a row of minus as many minutes, and said again.
 */
export const service = table("volunteer_days_service", {
  id: col.id(),
  placePath: col.place(),
  volunteerId: col.ref("volunteer_days_volunteer"),
  signUpId: col.ref("volunteer_days_sign_up"),
  dayId: col.ref("volunteer_days_day"),
  /** 服务时间; a reversal is below nothing. */
  minutes: col.int(),
  reversesId: col.ref("volunteer_days_service").nullable(),
  /** 活动名称, 日期, 地点, 服务内容, 活动组织单位, 活动负责人. */
  title: col.text(),
  servedOn: col.date(),
  siteName: col.text(),
  work: col.text(),
  organizer: col.text(),
  leaderId: col.ref("volunteer_days_volunteer").nullable(),
  reason: col.text().nullable(),
  recordedAt: col.instant(),
  recordedById: col.ref("directory_person").nullable(),
});
