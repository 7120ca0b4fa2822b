import fc from "fast-check";
import { expect, test } from "vitest";
import { alikeFrom, chooseAlike, compareMatters, prepareMatter, type Comparable } from "./compare-matters.js";
import { tidyWords } from "./tidy-words.js";

const matter = (title: string, more: Partial<Comparable> = {}): Comparable => ({ title, placeId: "p", placePath: "/c/p/", ...more });
const score = (a: string, b: string, more: Partial<Comparable> = {}) => compareMatters(prepareMatter(matter(a)), prepareMatter(matter(b, more))).score;

/** Written by hand: pairs of one matter told twice. */
const same: readonly (readonly [string, string])[] = [
  ["小区东侧挡土墙坍毁约 12 米，砸坏板房", "东边挡土墙垮了十二米"],
  ["挡土墙裂缝", "挡土墙开裂，怕倒"],
  ["柳树坡42号旁水沟建房后异味大、蚊虫、坡路打滑", "柳树坡 42 号水沟很臭"],
  ["3 栋楼道灯不亮", "三栋楼梯间的灯坏了"],
  ["电动车在楼道充电", "有人把电瓶车推到楼道里充电"],
  ["垃圾桶旁边堆积物没人清", "垃圾桶旁边杂物没人清理"],
  ["广场舞噪音太大", "广场舞声音太吵，扰民"],
  ["地下车库漏水", "地下车库顶板渗水"],
  ["下水道堵塞，污水外溢", "下水道堵了，脏水流出来"],
  ["消防通道被私家车占用", "私家车占用消防通道"],
];
/** And pairs that share words but are not one matter. */
const different: readonly (readonly [string, string])[] = [
  ["3 栋楼道灯不亮", "5 栋楼道灯不亮"],
  ["小区东侧挡土墙坍毁", "小区要装充电桩"],
  ["广场舞噪音太大", "广场地砖松动"],
  ["垃圾桶旁边有杂物", "快递柜放在哪里"],
  ["地下车库漏水", "物业收费太高"],
  ["6 栋电梯故障", "8 栋电梯故障"],
  ["请给老人装扶手", "请给老人送餐"],
  ["水沟异味大", "水费收得不对"],
  ["消防通道被占用", "消防演练什么时候办"],
  ["希望增加停车位", "希望增加晾衣杆"],
];

test.each(same)("finds %s and %s alike", (a, b) => {
  expect(score(a, b)).toBeGreaterThanOrEqual(alikeFrom);
});

test.each(different)("keeps %s and %s apart", (a, b) => {
  expect(score(a, b)).toBeLessThan(alikeFrom);
});

test("offers two matters that mostly name one spot as well: whoever screens sees the words and decides", () => {
  const { score: found, reasons } = compareMatters(prepareMatter(matter("地下车库漏水")), prepareMatter(matter("地下车库收费太高")));

  expect(found).toBeGreaterThanOrEqual(alikeFrom);
  expect(reasons[0]).toEqual({ code: "words", words: ["地下车库"] });
});

test("says which words, place and number are alike, and which number is not", () => {
  const told = compareMatters(prepareMatter(matter("柳树坡42号旁水沟异味大")), prepareMatter(matter("柳树坡 四十二号 臭水沟")));
  const against = compareMatters(prepareMatter(matter("3 栋楼道灯不亮")), prepareMatter(matter("5 栋楼道灯不亮", { placeId: "q" })));

  expect(told.reasons).toEqual([{ code: "words", words: ["柳树坡", "水沟"] }, { code: "samePlace" }, { code: "sameNumber", words: ["42号"] }]);
  expect(against.reasons).toContainEqual({ code: "otherNumber", words: ["3栋", "5栋"] });
});

test.each([
  ["十二米", "12米"],
  ["二十三栋", "23栋"],
  ["十号楼", "10栋"],
  ["两户", "2户"],
  ["４２号", "42号"],
])("reads %s as %s", (written, read) => {
  expect(tidyWords(written)).toBe(read);
});

const words = fc
  .array(fc.constantFrom("挡土墙", "坍塌", "3栋", "5栋", "楼道", "灯", "不亮", "，", "a b", "臭", "水沟", "42号", "😀"), { maxLength: 8 })
  .map((parts) => parts.join(""));

test("is symmetric, whole and between 0 and 100, and finds every matter like itself", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [there, back] = [score(a, b), score(b, a)];

      expect(there).toBe(back);
      expect(Number.isInteger(there) && there >= 0 && there <= 100).toBe(true);
      if (prepareMatter(matter(a)).grams.size > 0) expect(score(a, a)).toBe(100);
    }),
    { seed: 3 },
  );
});

test("gives the likest first and no more than asked for", () => {
  const many = ["垃圾桶", "挡土墙裂缝", "挡土墙坍毁", "小区挡土墙坍毁约 12 米"].map((title) => matter(title));

  const found = chooseAlike(matter("小区挡土墙坍毁"), many, 2);

  expect(found.map(({ matter: { title } }) => title)).toEqual(["挡土墙坍毁", "小区挡土墙坍毁约 12 米"]);
});
