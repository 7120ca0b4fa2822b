import { readChoice, readDate, readName, readPhone, readText, readYesNo, type ColumnSet } from "@lianxin/documents";

/** "16" and "16岁": an age as people write it. */
const ages = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i)).flatMap((age) => [age, `${age}岁`]);
const grownUp = ["满18岁", "18岁以上", "成年", ...ages(18, 110)];
const youth = ["16-17岁", "16-17", ...ages(16, 17)];
const short = readText({ limit: 100 });
const who = {
  name: { header: "姓名", synonyms: ["名字", "志愿者", "志愿者姓名"], read: readName, isRequired: true },
  phone: { header: "手机", synonyms: ["手机号", "手机号码", "电话", "联系电话", "联系方式"], read: readPhone },
  age: {
    header: "年龄段",
    synonyms: ["年龄"],
    read: readChoice({
      adult: grownUp,
      youth,
      child: ["8-15岁", "8-15", ...ages(8, 15)],
    }),
  },
};

/** A list of people who come on a day, as it grows in a group chat; an elder without a phone is a row like any other. */
export const signUpColumns = {
  ...who,
  hasGuardian: { header: "家长同意", synonyms: ["家长同意或陪同", "监护人同意"], read: readYesNo },
  siteName: { header: "小区", synonyms: ["点位", "去哪个小区"], read: short },
} satisfies ColumnSet;

/** A list of people who said yes to the rota. */
export const rotaColumns = {
  ...who,
  // Children are planned for by nobody: the choice would be offered to be refused.
  age: { ...who.age, read: readChoice({ adult: grownUp, youth }) },
  // By name and number somebody is known again when the same list comes twice.
  phone: { ...who.phone, isRequired: true },
  guardianAgreedOn: { header: "家长同意日期", synonyms: ["监护人同意日期"], read: readDate() },
  mayLead: { header: "可当组长", synonyms: ["组长"], read: readYesNo },
  isReserve: { header: "候补", synonyms: ["候补名单"], read: readYesNo },
  knows: { header: "熟悉的小区", synonyms: ["熟悉小区", "住在"], read: short },
  agreedAgain: { header: "又答应了", synonyms: ["又答应排班", "重新答应"], read: readYesNo },
  skills: { header: "会什么", synonyms: ["专业技能", "技能", "专长"], read: short },
} satisfies ColumnSet;
