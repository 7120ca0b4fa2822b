/** Where a limit is written. */
interface LimitCitation {
  readonly law: string;
  readonly articles: readonly string[];
  /** The day of the text that was read; null when it is not known. */
  readonly textVersion: string | null;
}

/** What a consultative body cannot decide alone, by words in what was raised or moved, with the body that can and the rules of its vote. */
export interface Limit {
  readonly code: string;
  /** Looked for as they stand; "…" is any few characters within one clause. Long enough not to meet a plain repair. */
  readonly words: readonly string[];
  /** Codes that are not told as well, because this one says more. */
  readonly covers: readonly string[];
  readonly competentBody: string;
  /** The rules its vote is taken by. */
  readonly packId: string;
  readonly citation: LimitCitation;
}

const civilCode = (article: string): LimitCitation => ({ law: "民法典", articles: [article], textVersion: "2020-05-28" });
const owners = { competentBody: "owners_assembly", citation: civilCode("第278条"), covers: [] } as const;
/** Items 1 to 5: more than half of those who take part, by area and by heads. */
const ordinary = { ...owners, packId: "cn.owners.ordinary" } as const;
/** Items 6 to 8: three quarters of those who take part, by area and by heads. */
const special = { ...owners, packId: "cn.owners.special" } as const;

/** Every verb before every object: "解聘…物业", "选聘…物业" … */
const each = (verbs: readonly string[], objects: readonly string[]): string[] => verbs.flatMap((verb) => objects.map((object) => `${verb}…${object}`));
const committee = ["业委会", "业主委员会"];
const fund = ["维修资金", "维修基金", "大修基金"];
const manager = ["物业公司", "物业企业", "物业服务企业", "物业服务人", "物业管理人", "物业服务公司"];

/** Civil code 278 item by item, and 279. One list for screening and for motions; a new case is one more line. */
export const limits: readonly Limit[] = [
  { ...ordinary, code: "assembly_rules", words: ["业主大会议事规则", "小区议事规则"] },
  {
    ...{ ...ordinary, code: "covenant" },
    words: [...each(["制定", "修改", "修订", "通过"], ["管理规约", "业主公约"]), "管理规约的修改", "管理规约的制定", "管理规约修订", "管理规约修改"],
  },
  {
    ...{ ...ordinary, code: "committee" },
    words: [...each(["选举", "改选", "补选", "更换", "罢免", "成立"], committee), "业委会换届", "业主委员会换届", "业委会选举", "业主委员会选举"],
  },
  {
    ...{ ...ordinary, code: "manager" },
    words: [...each(["选聘", "解聘", "续聘", "聘请", "辞退", "更换", "换掉", "另选"], manager), "解聘…物业", "选聘…物业", "续聘…物业", "换物业", "换掉物业"],
  },
  { ...special, code: "maintenance_fund_raise", words: each(["筹集", "续筹", "续交", "补交", "归集"], fund), covers: ["maintenance_fund"] },
  { ...ordinary, code: "maintenance_fund", words: fund },
  { ...special, code: "rebuilding", words: each(["改建", "重建", "翻建"], ["建筑物", "附属设施", "住宅楼", "单元楼"]) },
  {
    ...{ ...special, code: "common_parts" },
    words: [
      ...each(["改变", "利用", "出租", "占用"], ["共有部分", "公共部位"]),
      ...each(["绿地", "绿化"], ["改车位", "改停车", "改成停车", "改为停车", "改成车位", "改为车位"]),
    ],
  },
  {
    ...{ code: "house_change", words: ["住宅改为经营", "住改商", "住宅改经营", "住宅改成经营"], covers: [] },
    ...{ competentBody: "owners_concerned", packId: "cn.house_change", citation: civilCode("第279条") },
  },
];

/** At most so many characters stand for "…". */
const gap = "[^，。；：！？,.;:!?\\s]{0,8}?";
const isSaid = (word: string, text: string): boolean => (word.includes("…") ? new RegExp(word.split("…").join(gap)).test(text) : text.includes(word));

/** The limits of a list that a text meets; the one that says more stands for those it covers. O(words × length). */
export function findLimits(list: readonly Limit[], text: string): Limit[] {
  const met = list.filter(({ words }) => words.some((word) => isSaid(word, text)));
  const covered = new Set(met.flatMap(({ covers }) => covers));
  return met.filter(({ code }) => !covered.has(code));
}

/** A citation as people write it: "民法典第278条". */
export const tellCitation = ({ law, articles }: LimitCitation): string => [law, ...articles].join("");
