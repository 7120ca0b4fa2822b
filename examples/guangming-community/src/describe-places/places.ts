/** A housing compound (小区) with its buildings (楼栋), in one of the grids. */
export interface Compound {
  readonly name: string;
  readonly grid: string;
  readonly households: number;
  readonly buildings: number;
}

export const grids = ["第一网格", "第二网格", "第三网格", "第四网格"] as const;

/** Twelve compounds; 和平苑 is where the retaining wall fell. */
export const compounds: readonly Compound[] = [
  { name: "和平苑", grid: "第一网格", households: 86, buildings: 6 },
  { name: "松涛园", grid: "第一网格", households: 64, buildings: 6 },
  { name: "老粮站宿舍", grid: "第一网格", households: 38, buildings: 3 },
  { name: "桂花里", grid: "第二网格", households: 92, buildings: 7 },
  { name: "清泉花园", grid: "第二网格", households: 78, buildings: 5 },
  { name: "柳树坡", grid: "第二网格", households: 45, buildings: 4 },
  { name: "向阳新村", grid: "第三网格", households: 110, buildings: 8 },
  { name: "东方红宿舍", grid: "第三网格", households: 52, buildings: 4 },
  { name: "荷塘小区", grid: "第三网格", households: 70, buildings: 5 },
  { name: "文昌苑", grid: "第四网格", households: 66, buildings: 5 },
  { name: "金竹湾", grid: "第四网格", households: 84, buildings: 6 },
  { name: "北门老街", grid: "第四网格", households: 35, buildings: 3 },
];

/** Codes begin with 999999, a county that does not exist. */
export const communityCode = "999999001001";

/** The lines of the places' file: 序号, 名称, 类别, 上级, 编码, 户数, 备注. */
export function placeLines(): string[][] {
  const ofGrid = (grid: string) => compounds.filter((c) => c.grid === grid);
  const named = [
    ...grids.map((name, i) => [name, "网格", "", `${communityCode}-G00${i + 1}`, `${ofGrid(name).reduce((sum, c) => sum + c.households, 0)}户`, ""]),
    ...grids.flatMap((grid) =>
      ofGrid(grid).map(({ name, households }, i) => [
        name,
        "小区",
        i === 0 ? grid : "同上",
        "",
        `${households}户`,
        name === "和平苑" ? "有业委会、有物业" : "",
      ]),
    ),
    ...compounds.flatMap(({ name, buildings }) => Array.from({ length: buildings }, (_, i) => [`${i + 1}栋`, "楼栋", i === 0 ? name : "同上", "", "", ""])),
  ];
  return named.map((line, i) => [String(i + 1), ...line]);
}
