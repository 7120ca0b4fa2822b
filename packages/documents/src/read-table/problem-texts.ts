import { fillText, type Language } from "../document-refused.js";
import type { Remark } from "./column.js";

const zhProblems = {
  "cell.missing": "{header}不能空着，请补上",
  "cell.error": "公式出错（{value}），请改成文字或数字",
  "cell.formula": "公式没有算好的结果，请选中后“粘贴为数值”",
  "cell.same.first": "写着“{value}”，但上面没有可以照抄的内容，请填完整",
  "column.missing": "缺少“{header}”这一列，请加上",
  "column.twice": "“{header}”这一列出现了两次，请只留一列",
  "text.long": "最多 {limit} 个字，现在 {length} 个",
  "phone.length": "手机号应为 11 位，现在 {length} 位",
  "phone.wrong": "电话号码不对，应为 11 位手机号或带区号的座机，例如 0794-3612345",
  "phone.several": "一格只能填一个电话号码，请拆开",
  "date.wrong": "日期不对，应写成 2026-09-08，现在是“{value}”",
  "date.missing.year": "日期缺少年份，应写成 2026-09-08，现在是“{value}”",
  "date.short.year": "年份应写 4 位，例如 2026-09-08，现在是“{value}”",
  "date.missing.day": "日期要写到日，例如 2026-09-08，现在是“{value}”",
  "month.unclear": "看不出是 {early} 还是 {late}，请写成 2018-05 这样，现在是“{value}”",
  "year.wrong": "年份应写 4 位，例如 1958，现在是“{value}”",
  "year.short": "年份要写 4 位：“{value}”看不出是 {early} 年还是 {late} 年",
  "date.lunar": "请填公历日期；农历日期请写在备注里",
  "name.long": "姓名最多 50 个字，现在 {length} 个",
  "name.wrong": "姓名里不应有数字或符号，请改正",
  "name.several": "一格只能填一个人的姓名，请分成几行",
  "idCode.length": "身份证号应为 18 位，现在 {length} 位",
  "idCode.date": "身份证号里的出生日期不对，请核对",
  "idCode.checksum": "身份证号最后一位对不上，请核对",
  "idCode.wrong": "身份证号只能有数字，最后一位可以是 X，请核对",
  "idCode.truncated": "身份证号被表格存成了数字，后几位已丢失。请把这一列设为“文本”后重新填写",
  "yesNo.wrong": "应填“是”或“否”，现在是“{value}”",
  "number.wrong": "应填整数，现在是“{value}”",
  "number.range": "应在 {least} 到 {most} 之间，现在是 {value}",
  "choice.wrong": "应填{choices}之一，现在是“{value}”",
} as const;

const zhCorrections = {
  "name.spaces": "已去掉姓名中间的空格",
  "date.year.assumed": "没有写年份，已按 {year} 年处理",
  "year.century": "年份只写了两位，已按 {year} 年处理",
  "date.serial": "数字已按日期读作 {date}",
  "idCode.legacy": "是 15 位旧身份证号，请尽量换成 18 位",
  "cell.same.above": "已照抄上一行的内容",
  "cell.nothing": "写着“{value}”，按没有填处理",
} as const;

/** What stops a cell from being imported. */
export type ProblemCode = keyof typeof zhProblems;
/** What was changed or supposed on the way in. */
export type CorrectionCode = keyof typeof zhCorrections;

const en: Record<ProblemCode | CorrectionCode, string> = {
  "cell.missing": "{header} may not be empty; fill it in",
  "cell.error": "the formula failed ({value}); type the text or number",
  "cell.formula": "the formula has no saved result; paste it as a value",
  "cell.same.first": "it says “{value}” but there is nothing above to repeat; write it out",
  "column.missing": "the column “{header}” is missing; add it",
  "column.twice": "the column “{header}” is there twice; keep one",
  "text.long": "at most {limit} characters, now {length}",
  "phone.length": "a mobile number has 11 digits, this one has {length}",
  "phone.wrong": "not a phone number; write 11 digits, or a landline with its area code such as 0794-3612345",
  "phone.several": "one phone number to a cell, please split them",
  "date.wrong": "not a date; write 2026-09-08, not “{value}”",
  "date.missing.year": "the year is missing; write 2026-09-08, not “{value}”",
  "date.short.year": "write the year with 4 digits, 2026-09-08, not “{value}”",
  "date.missing.day": "the day is missing; write 2026-09-08, not “{value}”",
  "month.unclear": "{early} or {late} is not clear; write it like 2018-05, not “{value}”",
  "year.wrong": "write the year with 4 digits, such as 1958, not “{value}”",
  "year.short": "write the year with 4 digits: “{value}” may be {early} or {late}",
  "date.lunar": "write the date of the solar calendar; keep lunar dates in the remarks",
  "name.long": "a name has at most 50 characters, this one has {length}",
  "name.wrong": "a name has no digits or symbols; correct it",
  "name.several": "one person to a cell; use several rows",
  "idCode.length": "an identity number has 18 digits, this one has {length}",
  "idCode.date": "the birth date inside the identity number does not exist; check it",
  "idCode.checksum": "the last digit of the identity number does not fit; check it",
  "idCode.wrong": "an identity number has digits only, or X at the end; check it",
  "idCode.truncated": "the identity number was saved as a number and lost its last digits; set the column to text and fill it in again",
  "yesNo.wrong": "write 是 or 否, not “{value}”",
  "number.wrong": "write a whole number, not “{value}”",
  "number.range": "write a number from {least} to {most}, not {value}",
  "choice.wrong": "write one of {choices}, not “{value}”",
  "name.spaces": "the spaces inside the name were removed",
  "date.year.assumed": "no year was given; {year} was taken",
  "year.century": "the year had two digits; {year} was taken",
  "date.serial": "the number was read as the date {date}",
  "idCode.legacy": "an old number of 15 digits; replace it by the one of 18 when you can",
  "cell.same.above": "the row above was repeated",
  "cell.nothing": "it says “{value}”; it was taken for empty",
};

const texts: Record<Language, Record<ProblemCode | CorrectionCode, string>> = { "zh-CN": { ...zhProblems, ...zhCorrections }, en };

/** One remark as a sentence: `第 7 行 D 列：手机号应为 11 位，现在 10 位`. */
export function tellRemark({ row, column, code, params }: Remark, language: Language = "zh-CN"): string {
  const place = language === "zh-CN" ? `第 ${row} 行 ${column} 列：` : `Row ${row}, column ${column}: `;
  return place + fillText(texts[language][code], params);
}
