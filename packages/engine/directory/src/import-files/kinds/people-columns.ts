import { readChoice, readDate, readName, readPhone, readText, type CellReader } from "@lianxin/documents";
import { readMail } from "../../read-words/read-address.js";
import type { RoleKind } from "../../words.js";

/** Below it two digits may be of either century: people of a hundred and children are both in these lists. */
const firstSureYear = 40;

/** A year from "1951", "1951年3月" or a whole date; "58" and "58年" are 1958, and "12" is asked for in full. */
export const readBirthYear: CellReader<number> = (text) => {
  const value = text.slice(0, 20);
  const [short] = /^\d{2}(?=年?$)/.exec(text) ?? [];
  if (short !== undefined && Number(short) >= firstSureYear) {
    const year = 1900 + Number(short);
    return { value: year, corrected: { code: "year.century", params: { year } } };
  }
  if (short !== undefined) return { code: "year.short", params: { value, early: `19${short}`, late: `20${short}` } };
  const year = Number(/^(\d{4})(?:\D|\d{2}$|\d{4}$|$)/.exec(text)?.[1] ?? Number.NaN);
  return year >= 1900 && year <= 2100 ? { value: year } : { code: "year.wrong", params: { value } };
};

const readMailCell: CellReader<string> = (text) => {
  const value = readMail(text);
  return value === undefined ? { code: "choice.wrong", params: { choices: "name@example.com", value: text.slice(0, 20) } } : { value };
};

export const peopleColumns = {
  number: { header: "序号", synonyms: ["编号"], read: readText(), isRowNumber: true },
  fullName: { header: "姓名", synonyms: ["名字", "居民姓名", "成员姓名", "联系人"], read: readName, isRequired: true },
  sex: { header: "性别", read: readChoice({ female: ["女", "女性", "F"], male: ["男", "男性", "M"] }) },
  birthYear: { header: "出生年份", synonyms: ["出生年月", "出生日期", "出生年"], read: readBirthYear },
  phone: { header: "手机", synonyms: ["手机号", "手机号码", "联系电话", "电话", "电话号码", "联系方式"], read: readPhone },
  mail: { header: "邮箱", synonyms: ["电子邮箱", "邮件"], read: readMailCell },
  town: { header: "乡镇", synonyms: ["镇", "所属乡镇", "所在乡镇", "乡镇名称"], read: readText({ limit: 50 }) },
  place: { header: "村", synonyms: ["地点", "所在地点", "村名", "行政村", "所在村", "所属村", "村（社区）"], read: readText({ limit: 50 }) },
  grid: { header: "网格", synonyms: ["所属网格", "网格名称"], read: readText({ limit: 50 }) },
  compound: { header: "小区", synonyms: ["所在小区", "院落", "小组", "村民小组"], read: readText({ limit: 50 }) },
  building: { header: "楼栋", synonyms: ["楼号", "栋号", "楼栋号"], read: readText({ limit: 50 }) },
  role: { header: "职务", synonyms: ["身份", "角色", "席位"], read: readText({ limit: 50 }) },
  organization: { header: "单位", synonyms: ["工作单位", "所在单位", "单位名称"], read: readText({ limit: 50 }) },
  fromOn: { header: "任期开始", synonyms: ["任职日期", "任职时间", "任期起", "起始时间", "开始日期"], read: readDate() },
  toOn: { header: "任期结束", synonyms: ["届满日期", "任期到", "任期止", "到期时间", "截止时间", "结束日期"], read: readDate() },
  distinction: { header: "区别", synonyms: ["同名区别"], read: readText({ limit: 50 }) },
  alias: { header: "曾用名", synonyms: ["小名", "别名"], read: readName },
} as const;

const roleWords: readonly (readonly [RegExp, RoleKind])[] = [
  [/^(系统)?管理员$/, "administrator"],
  [/^(社区|村|党委|党总支|党支部)?(党委|党总支|党支部)?书记(兼主任)?$/, "secretary"],
  [/^(\S{0,10})?网格长$/, "grid_leader"],
  [/^(专职|兼职)?网格员$/, "grid_worker"],
  [/^(会议)?记录(人|员)$/, "recorder"],
  [/^(议事会(成员|代表|委员)|居民代表|党员代表|业委会(主任|副主任|委员)|物业(经理|负责人)|社区代表|楼栋长)$/, "council_member"],
  [/^志愿者$/, "volunteer"],
  [/^(监督员|审计员|监委会(主任|委员))$/, "auditor"],
  [/^(责任单位)?联系人$|^(单位|部门)(代表|负责人)$/, "department"],
];

/** The role a title means; any other title is kept as a resident's, which gives no more than any resident has. */
export const chooseRoleKind = (title: string): RoleKind => roleWords.find(([words]) => words.test(title.replace(/\s/g, "")))?.[1] ?? "resident";
