/** Different words of one meaning, as residents write them; the first of a line stands for all. A new case is one more word. */
const sameWords: readonly (readonly string[])[] = [
  ["坍塌", "倒塌", "垮塌", "坍毁", "塌方", "垮了", "塌了", "倒了"],
  ["电动车", "电瓶车", "电动自行车"],
  ["楼道", "楼梯间", "楼梯口"],
  ["不亮", "坏了", "没亮", "熄了", "失灵"],
  ["异味", "臭味", "恶臭", "臭气", "很臭", "好臭", "发臭"],
  ["水沟", "排水沟", "污水沟", "臭水沟", "沟渠"],
  ["污水", "脏水", "废水"],
  ["堵塞", "堵了", "不通", "堵住"],
  ["噪音", "噪声", "吵闹", "很吵", "太吵", "扰民"],
  ["漏水", "渗水", "渗漏", "滴水"],
  ["乱停", "乱放", "占道"],
  ["杂物", "堆物", "堆积物", "旧家具"],
  ["开裂", "裂缝", "裂开", "裂了"],
];

/** What is said around a matter and tells nothing of it. */
const fillers = [
  "你好",
  "您好",
  "请问",
  "麻烦",
  "希望",
  "反映",
  "我们",
  "小区",
  "社区",
  "附近",
  "问题",
  "严重",
  "一直",
  "经常",
  "现在",
  "里面",
  "有人",
  "那里",
  "这里",
];
const particles = /[请给把被的了啊呀吧吗呢着很太都又还在有是]/g;
const numerals = "零一二三四五六七八九";

/** One pattern for all words, the longest first, so that a text is read once however many there are. */
const patternOf = (words: readonly string[]): RegExp => new RegExp([...words].sort((a, b) => b.length - a.length).join("|"), "g");
const standsFor = new Map(sameWords.flatMap(([word, ...others]) => others.map((other) => [other, word!])));
const otherWords = patternOf([...standsFor.keys()]);
const filler = patternOf(fillers);

/** 十二 as 12, 三 as 3: a number below a hundred before a unit of a house, a length or a count. */
function readNumeral(written: string): string {
  const [tens, ones] = written.includes("十") ? written.split("十") : ["零", written];
  const digit = (sign: string | undefined, empty: number) => (sign ? numerals.indexOf(sign) : empty);
  return String(digit(tens, 1) * 10 + digit(ones, 0));
}

/** A text as it is compared: full-width signs plain, numerals as digits, one word for each meaning, nothing that only surrounds. O(length × words). */
export function tidyWords(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/两(?=[栋幢号米户])/g, "二")
    .replace(/[一二三四五六七八九]?十?[一二三四五六七八九十](?=[栋幢号单米户楼])/g, readNumeral)
    .replace(/幢|号楼/g, "栋");
  return plain
    .replace(otherWords, (word) => standsFor.get(word)!)
    .replace(filler, " ")
    .replace(particles, " ");
}

/** The numbers that say where: 42号, 6栋, 3单元. */
export const houseNumbers = (tidied: string): string[] => [
  ...new Set([...tidied.matchAll(/(\d+)\s*(号|栋|单元|楼)/g)].map(([, number, unit]) => `${number}${unit}`)),
];

/** Pairs of neighbouring Chinese characters, and whole words of letters, each once. */
export function gramsOf(tidied: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [run] of tidied.matchAll(/\p{Script=Han}+/gu)) {
    const signs = [...run];
    for (let i = 0; i + 1 < signs.length; i++) grams.add(signs[i]! + signs[i + 1]!);
  }
  for (const [word] of tidied.matchAll(/[a-z]{2,}/g)) grams.add(word);
  return grams;
}
