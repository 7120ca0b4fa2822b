/** Words that stand nowhere but in one field of one child, so that finding one tells what was shown. */
export const canaries = {
  name: "林金丝雀",
  bornIn: "2013-09",
  grade: "金丝雀班",
  gridName: "金丝雀三组",
  health: "金丝雀粉过敏",
  aloneRoute: "过老石桥往金丝雀弯",
  guardianName: "顾金雀",
  guardianPhone: "19900007701",
  guardianRelation: "金丝雀的姑婆",
  secondGuardianName: "孟金雀",
  secondGuardianPhone: "19900007703",
  collectorName: "寇金雀",
  collectorPhone: "19900007702",
  collectorRelation: "金丝雀的表姐夫",
  oneOffName: "奚金雀",
  oneOffRelation: "金丝雀的叔公",
  incident: "金丝雀摔破了膝盖",
} as const;
/** What stands in the letter that asks a guardian about somebody, and nowhere else. */
export const asked: readonly (keyof typeof canaries)[] = ["oneOffRelation"];
export type Field = keyof typeof canaries;
/** The same of a child of another home at the same place. */
export const otherChild = { name: "苏画眉鸟", guardianName: "戚画眉", guardianPhone: "19900008801", collectorName: "卞画眉", health: "画眉粉过敏" } as const;
/** Why a date was called off, an adult left or a rule is to be set aside, in somebody's own words: no child's field, and nobody's but who plans and leads. */
export const reasons = { off: "停电所以这场改期", leave: "家里来电话先走", override: "暴雨里先到了一位" } as const;
export type Reason = keyof typeof reasons;
/** What somebody types into a form and is refused for: it stands in no log and in no row of the platform. */
export const typed = "打错的百灵鸟";

/** Fields shown in a text; numbers count when they stand there whole. */
export const fieldsIn = (text: string): Field[] => (Object.keys(canaries) as Field[]).filter((field) => text.includes(canaries[field]));
export const reasonsIn = (text: string): Reason[] => (Object.keys(reasons) as Reason[]).filter((reason) => text.includes(reasons[reason]));
export const otherFieldsIn = (text: string): string[] => Object.values(otherChild).filter((word) => text.includes(word));
