import { readChoice, readDate, readIdCode, readName, readPhone, readText, readYesNo, type CellReader } from "@lianxin/documents";
import { readChoices } from "./list-reader.js";

/** A year from "1941", "1941年3月" or a whole date. */
const readBirthYear: CellReader<number> = (text) => {
  const year = Number(/^(\d{4})(?:\D|\d{2}$|\d{4}$|$)/.exec(text)?.[1] ?? Number.NaN);
  return year >= 1900 && year <= 2100 ? { value: year } : { code: "date.wrong", params: { value: text.slice(0, 20) } };
};

const living = {
  alone: ["独居"],
  empty_nest: ["空巢"],
  left_behind: ["留守"],
  with_disabled_child: ["与残疾子女同住"],
  with_family: ["与家人同住", "同住"],
  institution: ["机构", "养老院", "敬老院"],
} as const;
const ability = { able: ["自理", "能自理"], partly: ["部分自理", "半自理", "半失能"], disabled: ["失能", "不能自理"] } as const;
/** What to look out for. Names of illnesses are none of these, so a cell with one is refused. */
const flag = {
  falls: ["易跌倒", "跌倒"],
  medicine: ["按时服药", "服药"],
  walking: ["行动不便"],
  eyes: ["视力差", "视力"],
  ears: ["听力差", "听力"],
  memory: ["失智", "健忘"],
  severe_handicap: ["重残"],
  special_family: ["计生特殊家庭", "失独"],
  heat: ["怕高温"],
  cold: ["怕低温"],
} as const;

export const elderColumns = {
  number: { header: "序号", synonyms: ["编号"], read: readText(), isRowNumber: true },
  name: { header: "姓名", synonyms: ["老人姓名"], read: readName, isRequired: true },
  sex: { header: "性别", read: readChoice({ female: ["女", "女性"], male: ["男", "男性"] }), isRequired: true },
  idCode: { header: "身份证号", synonyms: ["身份证号码", "公民身份号码"], read: readIdCode },
  birthYear: { header: "出生年份", synonyms: ["出生年月", "出生日期", "出生年"], read: readBirthYear, sample: "1941" },
  town: { header: "乡镇", synonyms: ["镇", "街道", "乡镇街道"], read: readText({ limit: 50 }) },
  village: { header: "村", synonyms: ["行政村", "村社区", "所在村", "社区"], read: readText({ limit: 50 }), isRequired: true },
  residentsGroup: { header: "小组", synonyms: ["村小组", "组别"], read: readText({ limit: 50 }) },
  address: { header: "住址", synonyms: ["详细住址", "家庭住址", "地址"], read: readText({ limit: 100 }) },
  phone: { header: "电话", synonyms: ["联系电话", "本人电话", "手机"], read: readPhone },
  living: { header: "居住情况", synonyms: ["居住状况"], read: readChoice(living), isRequired: true },
  ability: { header: "自理能力", synonyms: ["自理情况"], read: readChoice(ability) },
  flags: { header: "风险标记", synonyms: ["注意事项标记"], read: readChoices(flag) },
  wish: { header: "探访意愿", synonyms: ["意愿"], read: readChoice({ visit: ["上门", "上门探访"], phone: ["电话"], none: ["不要", "不需要", "不愿"] }) },
  dialect: { header: "方言", synonyms: ["口音"], read: readText({ limit: 20 }) },
  contact1: { header: "联系人1", synonyms: ["联系人", "紧急联系人", "紧急联系人1"], read: readName },
  relation1: { header: "关系1", synonyms: ["关系", "与本人关系"], read: readText({ limit: 20 }) },
  contactPhone1: { header: "联系人电话1", synonyms: ["联系人电话", "紧急联系电话"], read: readPhone },
  isAway1: { header: "在外1", synonyms: ["是否在外", "在外"], read: readYesNo },
  contact2: { header: "联系人2", synonyms: ["紧急联系人2"], read: readName },
  relation2: { header: "关系2", read: readText({ limit: 20 }) },
  contactPhone2: { header: "联系人电话2", read: readPhone },
  isAway2: { header: "在外2", read: readYesNo },
  time: { header: "方便时间", read: readText({ limit: 50 }) },
  senses: { header: "听力视力说明", read: readText({ limit: 50 }) },
  key: { header: "钥匙保管人", read: readText({ limit: 50 }) },
  hazards: { header: "家中隐患", synonyms: ["隐患", "宠物"], read: readText({ limit: 100 }) },
  level: { header: "等级", synonyms: ["风险等级"], read: readChoice({ red: ["红", "红色"], yellow: ["黄", "黄色"], green: ["绿", "绿色"] }) },
  consentForm: { header: "同意方式", synonyms: ["知情同意"], read: readChoice({ written: ["书面"], spoken: ["口头"] }) },
  consentOn: { header: "同意日期", read: readDate() },
  mayPost: { header: "同意公示", synonyms: ["公示同意"], read: readYesNo },
  standing: {
    header: "状态",
    synonyms: ["目前状况"],
    read: readChoice({ here: ["在", "在世", "正常"], deceased: ["去世", "已去世", "已故", "死亡"], moved: ["迁出", "搬走", "已迁出"] }),
  },
} as const;
