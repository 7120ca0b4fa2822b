import { readChoice, readDate, readName, readPhone, readText, readYesNo, type CellReader, type ColumnSet } from "@lianxin/documents";

/**
 * "2018年5月", "2018-05", "2018.5.1" as a month; whatever else is left as it is, to be refused by name. A number cell keeps 2018.10 as 2018.1: whether January or October
 * was meant nobody knows, so it is asked.
 */
export const readMonth: CellReader<string> = (text, kind) => {
  const [value, of] = /^(\d{4})\.1$/.exec(text.trim()) ?? [];
  if (kind === "number" && value) return { code: "month.unclear", params: { value, early: `${of}-01`, late: `${of}-10` } };
  const [, year, month] = /^(\d{4})\D{1,2}(\d{1,2})(?!\d)/.exec(text.trim()) ?? [];
  return { value: year ? `${year}-${month!.padStart(2, "0")}` : text.trim().slice(0, 40) };
};
const short = readText({ limit: 40 });
/** As much as is kept of what somebody is to the child. */
const relation = readText({ limit: 20 });

/** A home's list of children as it is kept on paper, with what the guardian signed on each line; a line without a signature is refused. */
export const childColumns = {
  name: { header: "姓名", synonyms: ["孩子姓名", "儿童姓名"], read: readName, isRequired: true },
  bornIn: { header: "出生年月", synonyms: ["出生日期", "生日"], read: readMonth, isRequired: true, sample: "2018-05" },
  sex: { header: "性别", read: readChoice({ girl: ["女"], boy: ["男"] }), isRequired: true },
  grade: { header: "年级", read: short, sample: "二年级" },
  gridName: { header: "网格", synonyms: ["组", "住址网格"], read: short, sample: "三组" },
  guardianName: { header: "监护人", synonyms: ["监护人姓名", "家长姓名"], read: readName, isRequired: true },
  guardianPhone: { header: "监护人电话", synonyms: ["联系电话", "电话"], read: readPhone, isRequired: true },
  relation: { header: "关系", synonyms: ["与孩子关系"], read: relation, isRequired: true, sample: "奶奶" },
  givenOn: { header: "同意书日期", synonyms: ["签字日期"], read: readDate() },
  textVersion: { header: "同意书版本", synonyms: ["版本"], read: short },
  data: { header: "同意保管资料", synonyms: ["同意资料"], read: readYesNo },
  participation: { header: "同意参加", read: readYesNo },
  photo: { header: "同意拍照", read: readYesNo },
  health: { header: "过敏用药", synonyms: ["过敏"], read: readText({ limit: 200 }), sample: "花生过敏" },
  healthAgreed: { header: "同意保管过敏提醒", read: readYesNo },
  collector: { header: "接送人", synonyms: ["接送人1", "接送人姓名"], read: readName },
  collectorRelation: { header: "接送人关系", synonyms: ["接送人1关系", "接送人与孩子关系"], read: relation, sample: "姨妈" },
  collectorPhone: { header: "接送人电话", synonyms: ["接送人1电话"], read: readPhone },
  collector2: { header: "接送人2", synonyms: ["第二接送人"], read: readName },
  collector2Relation: { header: "接送人2关系", read: relation, sample: "叔叔" },
  collector2Phone: { header: "接送人2电话", read: readPhone },
} satisfies ColumnSet;

/** The same to be filled in: the version of the consent sheet is the one of that day, and what each line is refused without is said to be needed. A list without these columns is read still, to say so line by line. */
export const columnsToFill = (textVersion: string): ColumnSet => ({
  ...childColumns,
  givenOn: { ...childColumns.givenOn, isRequired: true },
  textVersion: { ...childColumns.textVersion, isRequired: true, sample: textVersion },
  data: { ...childColumns.data, isRequired: true },
});
