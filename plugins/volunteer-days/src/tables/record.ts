import { col, table } from "@lianxin/plugin-kit";

/** 基本信息 by 民政部令第67号 第五条, where a volunteer agreed to its being kept (第六条); name, phone and skills stand with the volunteer. */
export const basics = table("volunteer_days_basics", {
  id: col.id(),
  volunteerId: col.ref("volunteer_days_volunteer"),
  /** female or male. */
  sex: col.text().about("volunteerId").nullable(),
  bornOn: col.sensitive("volunteerId").nullable(),
  idNumber: col.sensitive("volunteerId").nullable(),
  /** 居住区域. */
  district: col.text().about("volunteerId").nullable(),
  /** 服务类别, "环境、助老". */
  serviceKinds: col.text().about("volunteerId").nullable(),
  agreedOn: col.date(),
  changedAt: col.instant(),
  changedById: col.ref("directory_person").nullable(),
});

/** 培训, 表彰奖励 and 评价 by 第八至第十条. Never changed: what was wrong is withdrawn with a reason and written again. */
export const recordEntry = table("volunteer_days_record_entry", {
  id: col.id(),
  placePath: col.place(),
  volunteerId: col.ref("volunteer_days_volunteer"),
  /** training, award or evaluation. */
  kind: col.text(),
  /** 培训名称, 奖项名称, 评价的活动. */
  title: col.text().about("volunteerId"),
  /** 培训主要内容, 服务质量评价. */
  words: col.text().about("volunteerId").nullable(),
  /** 学习时长 of a training. */
  minutes: col.int().nullable(),
  /** 举办单位, 授予单位, 评价单位. */
  organizer: col.text(),
  onDay: col.date(),
  createdAt: col.instant(),
  createdById: col.ref("directory_person").nullable(),
  withdrawnAt: col.instant().nullable(),
  withdrawnReason: col.text().nullable(),
});
