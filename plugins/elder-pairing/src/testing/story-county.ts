import { countIdCheck, writeCsv } from "@lianxin/documents";

/** A made-up county as its two sheets say it: 12 townships, 129 villages, 856 cadres, 878 elders, and what is wrong in the sheets. */
export interface CountySheets {
  readonly towns: readonly { readonly name: string; readonly villages: readonly string[] }[];
  readonly cadres: Uint8Array;
  readonly elders: Uint8Array;
  readonly spots: Uint8Array;
}

const surnames = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程魏苏吕丁任沈"];
const givens = [..."福贵寿全金玉桂兰秀英春花秋菊德明国建志文永长生根木水火土山河云霞梅竹松柏青红"];
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const two = (n: number): string => String(n).padStart(2, "0");
/** A name of three characters, another one for each number below 100,000. */
export const nameOf = (n: number): string =>
  `${surnames[n % surnames.length]!}${givens[Math.floor(n / 50) % givens.length]!}${givens[(n * 7 + Math.floor(n / 2000)) % givens.length]!}`;
export const phoneOf = (n: number): string => `1990000${String(n).padStart(4, "0")}`;

/** An identity number of a region that does not exist. */
export function idCodeOf(n: number, year: number, isFemale: boolean): string {
  const sequence = String((n % 499) * 2 + (isFemale ? 0 : 1) + 1 - (isFemale ? -1 : 0))
    .padStart(3, "0")
    .slice(-3);
  const digits = `999999${year}${two((n % 12) + 1)}${two((n % 28) + 1)}${sequence}`;
  return digits + countIdCheck(digits);
}

interface Size {
  readonly town: number;
  readonly village: number;
  readonly cadres: number;
  readonly elders: number;
}

/**
 * Sizes that plant the optimum: 17 villages have one cadre more than elders and 17 others of the same townships one fewer, 22 more have one elder more than
 * cadres. So 22 cadres take two and 17 pairs join two villages, and no plan does with less.
 */
function sizesOf(): Size[] {
  const villages = range(12).flatMap((town) => range(town < 9 ? 11 : 10).map((village) => ({ town, village })));
  const inTown = (town: number, nth: number) => villages.findIndex((one) => one.town === town && one.village === nth);
  const extra = new Map<number, number>();
  for (const k of range(17)) {
    extra.set(inTown(k % 12, k < 12 ? 0 : 2), -1);
    extra.set(inTown(k % 12, k < 12 ? 1 : 3), 1);
  }
  for (const k of range(22)) extra.set(inTown(k % 12, k < 12 ? 5 : 7), 1);
  return villages.map(({ town, village }, i) => {
    const cadres = 6 + (i < 82 ? 1 : 0);
    return { town, village, cadres, elders: cadres + (extra.get(i) ?? 0) };
  });
}

const townOf = (town: number): string => `第${two(town + 1)}镇`;
const villageOf = (town: number, village: number): string => `${two(town + 1)}村${two(village + 1)}`;

function eldersOf(sizes: readonly Size[]): string[][] {
  let n = 0;
  return sizes.flatMap(({ town, village, elders }) =>
    range(elders).map(() => {
      const i = n++;
      // Spreads what elders are over all villages: 271 has no factor with 878.
      const k = (i * 271) % 878;
      const isStory = k === 0;
      const isFemale = !isStory && k % 5 < 3;
      const year = isStory ? 1944 : k < 611 ? 1930 + (k % 26) : 1957 + (k % 9);
      const living = k < 203 ? "独居" : k < 330 ? "空巢" : k < 360 ? "留守" : "与家人同住";
      const ability = k >= 360 && k < 407 ? "失能" : "自理";
      const level = k < 62 ? "红" : k < 313 ? "黄" : "绿";
      const flags = k % 4 === 0 ? "易跌倒、按时服药" : k % 7 === 0 ? "听力差" : "";
      return [
        ...[String(i + 1), isStory ? "张广福" : nameOf(i), isFemale ? "女" : "男", idCodeOf(i, year, isFemale), townOf(town), villageOf(town, village)],
        ...[`${(i % 6) + 1}组`, `${villageOf(town, village)}${(i % 6) + 1}组${(i % 40) + 1}号`, phoneOf(1000 + (i % 8000)), living, ability, flags, "上门"],
        ...[town % 3 === 0 ? "赣语" : "客家话", nameOf(20_000 + i), k % 3 === 0 ? "儿子" : "女儿", phoneOf(9000 + (i % 900)), i % 2 === 0 ? "是" : "否"],
        ...[level, "书面", "2026-08-20", "在世", k % 97 === 50 ? "否" : "是"],
      ];
    }),
  );
}
const elderHead =
  "序号,姓名,性别,身份证号,乡镇,村,小组,住址,电话,居住情况,自理能力,风险标记,探访意愿,方言,联系人1,关系1,联系人电话1,在外1,等级,同意方式,同意日期,状态,同意公示".split(
    ",",
  );

function cadresOf(sizes: readonly Size[], elders: readonly string[][]): string[][] {
  let n = 0;
  return sizes.flatMap(({ town, village, cadres }) =>
    range(cadres).map((nth) => {
      const i = n++;
      const place = villageOf(town, village);
      const here = elders.filter((elder) => elder[5] === place);
      const parent = nth === 0 && i % 20 === 0 ? here[0]![1]! : "";
      const knows = nth === 1 && here[1] ? here[1][1]! : "";
      return [
        ...[String(i + 1), i === 430 ? "刘敏" : nameOf(40_000 + i), i % 9 < 4 || i === 430 ? "女" : "男", `第${two((i % 40) + 1)}单位`, "干部"],
        ...[phoneOf(i), townOf(town), place, town % 3 === 0 ? "赣语" : "客家话", i % 2 === 0 ? "摩托车" : "步行", parent, knows, "在岗"],
      ];
    }),
  );
}
const cadreHead = "序号,姓名,性别,单位,职务,电话,乡镇,联系村,方言,交通,父母姓名,认识的老人,状态".split(",");

/** Lines that must not come in: six elders twice, three deceased; two cadres who were transferred. */
function spoil(elders: readonly string[][], cadres: readonly string[][]) {
  const twice = [10, 100, 200, 300, 400, 500].map((i) => elders[i]!);
  const gone = range(3).map((i) => {
    const like = elders[600 + i]!;
    return [...like.slice(0, 1), nameOf(60_000 + i), like[2]!, idCodeOf(700 + i, 1938, like[2] === "女"), ...like.slice(4, -2), "已去世", "是"];
  });
  const left = range(2).map((i) => {
    const like = cadres[50 + i]!;
    return [...like.slice(0, 1), nameOf(70_000 + i), ...like.slice(2, 5), phoneOf(8800 + i), ...like.slice(6, -1), "已调出"];
  });
  return { elders: [...elders, ...twice, ...gone], cadres: [...cadres, ...left] };
}

export function countySheets(): CountySheets {
  const sizes = sizesOf();
  const elders = eldersOf(sizes);
  const sheets = spoil(elders, cadresOf(sizes, elders));
  const towns = range(12).map((town) => ({
    name: townOf(town),
    villages: sizes.filter((one) => one.town === town).map(({ village }) => villageOf(town, village)),
  }));
  const spots = sizes.map(({ town, village }) => {
    const [east, north] = [116 + (town % 4) * 0.09 + (village % 4) * 0.018, 26.6 + Math.floor(town / 4) * 0.09 + Math.floor(village / 4) * 0.022];
    return [townOf(town), villageOf(town, village), east.toFixed(4), north.toFixed(4)];
  });
  return {
    towns,
    elders: writeCsv([elderHead, ...sheets.elders]),
    cadres: writeCsv([cadreHead, ...sheets.cadres]),
    spots: writeCsv([["乡镇", "村", "经度", "纬度"], ...spots]),
  };
}
