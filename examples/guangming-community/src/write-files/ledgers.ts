import type { Ledger } from "@lianxin/documents";
import { communityFiles, fileWithErrors } from "../community.js";
import { busyLines, hoursLines } from "../describe-council/calendars.js";
import { mailOf, officials, residentMembers, type Member } from "../describe-council/members.js";
import { holidayLines2026, holidayLines2027 } from "../describe-places/holidays.js";
import { organizationLines } from "../describe-places/organizations.js";
import { placeLines } from "../describe-places/places.js";
import { venueLines } from "../describe-places/venues.js";
import { linesWithErrors } from "../draw-people/lines-with-errors.js";
import { rosterHeadings, rosterLines } from "../draw-people/roster-lines.js";

function ledger(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): Ledger {
  const columns = headings.map((header) => ({ header, kind: "text" as const }));
  return { title, organisation: "光明路社区", filledBy: "方敏", date: "2026-09-01", stamp: "2026-09-01T01:00:00.000Z", sheetName: "Sheet1", columns, rows };
}

const memberLines = (members: readonly Member[]): string[][] =>
  members.map((member, i) => {
    const { name, sex, born, phone, role, organization, grid, distinction } = member;
    return [
      String(i + 1),
      name,
      sex,
      String(born),
      phone,
      mailOf(member),
      role,
      organization ?? "",
      grid ?? "",
      distinction ?? "",
      "2026-01-01",
      "2028年12月31日",
    ];
  });

const headings = {
  places: ["序号", "名称", "类别", "上级", "编码", "户数", "备注"],
  organizations: ["序号", "单位名称", "类别", "所在小区"],
  venues: ["序号", "场地名称", "类别", "所在小区", "座位", "设备", "开放时间"],
  holidays: ["序号", "日期", "节日", "是否放假", "来源", "是否虚构"],
  members: ["序号", "姓名", "性别", "出生年份", "手机号码", "电子邮箱", "职务", "单位", "网格", "同名区别", "任职日期", "届满日期"],
  hours: ["序号", "姓名", "手机", "可到时间"],
  calendars: ["序号", "姓名", "手机", "日期", "开始", "结束", "情况"],
} as const;

/** Every file of the community by its name, as the ledger it is written from. */
export function ledgersByName(): ReadonlyMap<string, Ledger> {
  const ledgers = [
    ledger("光明路社区网格、小区、楼栋一览表", headings.places, placeLines()),
    ledger("辖区单位一览表", headings.organizations, organizationLines),
    ledger("可用场地登记表", headings.venues, venueLines),
    ledger("2026年放假和补班安排", headings.holidays, holidayLines2026),
    ledger("2027年放假和补班安排（虚构，演示用）", headings.holidays, holidayLines2027),
    ledger("光明路社区居民名册", rosterHeadings, rosterLines()),
    ledger("社区工作人员和单位联系人", headings.members, memberLines(officials)),
    ledger("莲心议事会居民成员", headings.members, memberLines(residentMembers)),
    ledger("议事会成员平时可到时间", headings.hours, hoursLines()),
    ledger("议事会成员9月日程", headings.calendars, busyLines()),
    ledger("和平苑补登名册", rosterHeadings, linesWithErrors),
  ];
  return new Map([...communityFiles, fileWithErrors].map(({ name }, i) => [name, ledgers[i]!]));
}
