import { readChoice, readDate, readName, readPhone, readText, readWholeNumber } from "@lianxin/documents";
import { readWords } from "./list-reader.js";

/** Nobody takes more elders than this as primary helper, and as many as backup. */
export const limitMost = 2;

export const cadreColumns = {
  number: { header: "序号", synonyms: ["编号"], read: readText(), isRowNumber: true },
  name: { header: "姓名", synonyms: ["干部姓名"], read: readName, isRequired: true },
  sex: { header: "性别", read: readChoice({ female: ["女", "女性"], male: ["男", "男性"] }), isRequired: true },
  unit: { header: "单位", synonyms: ["工作单位", "所在单位"], read: readText({ limit: 50 }), isRequired: true },
  title: { header: "职务", read: readText({ limit: 50 }) },
  phone: { header: "电话", synonyms: ["手机", "联系电话", "手机号"], read: readPhone, isRequired: true },
  town: { header: "乡镇", synonyms: ["联系乡镇", "镇", "乡镇街道"], read: readText({ limit: 50 }) },
  villages: { header: "联系村", synonyms: ["村", "挂点村", "包村"], read: readWords, isRequired: true },
  dialects: { header: "方言", synonyms: ["会说方言"], read: readWords },
  transport: { header: "交通", synonyms: ["交通工具"], read: readText({ limit: 20 }) },
  limit: { header: "最多结对", synonyms: ["结对上限"], read: readWholeNumber({ least: 1, most: limitMost, units: ["位", "人"] }) },
  parents: { header: "父母姓名", synonyms: ["父母"], read: readWords },
  knows: { header: "认识的老人", synonyms: ["熟悉的老人"], read: readWords },
  standing: {
    header: "状态",
    synonyms: ["在岗情况"],
    read: readChoice({ here: ["在岗", "在职"], transferred: ["调出", "已调出", "调走", "退休", "离职"], deceased: ["去世", "已去世"] }),
  },
  leaveFrom: { header: "请假从", synonyms: ["休假从", "外派从"], read: readDate() },
  leaveTo: { header: "请假到", synonyms: ["休假到", "外派到"], read: readDate() },
} as const;

/** Degrees as "116.3262" in whole hundred-thousandths. */
const readDegrees = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,3}(\.\d{1,8})?$/.test(text) ? Math.round(Number(text) * 100_000) : Number.NaN;
  return value >= least * 100_000 && value <= most * 100_000
    ? ({ value: (value / 100_000).toFixed(5) } as const)
    : ({ code: "number.wrong", params: { value: text.slice(0, 20) } } as const);
};

export const spotColumns = {
  number: { header: "序号", synonyms: ["编号"], read: readText(), isRowNumber: true },
  town: { header: "乡镇", synonyms: ["镇", "街道"], read: readText({ limit: 50 }) },
  village: { header: "村", synonyms: ["行政村", "村社区", "社区"], read: readText({ limit: 50 }), isRequired: true },
  longitude: { header: "经度", read: readDegrees(70, 140), isRequired: true },
  latitude: { header: "纬度", read: readDegrees(0, 60), isRequired: true },
} as const;
