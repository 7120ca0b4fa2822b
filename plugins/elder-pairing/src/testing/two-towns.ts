import { storeLines } from "../import-registers/store-lines.js";
import { idCodeOf } from "./story-county.js";
import { setSmallCounty, type SmallStage } from "./small-county.js";
import { layOutPlaces, type StageOptions } from "./stage.js";

export interface TwoTowns extends SmallStage {
  /** One line of the elders' sheet, known by an identity number of `n`: the same one again, elsewhere, is the same person who moved. */
  bringElder(n: number, name: string, village: string, more?: Readonly<Record<string, string>>): Promise<void>;
  pathOf(place: string): Promise<string>;
  /** Who helps an elder now: "primary 刘敏". */
  helpersOf(name: string): Promise<readonly string[]>;
}

/** The small county's township 柳河镇, and 青石镇 with one village and two women who help there. */
export async function setTwoTowns(options: StageOptions = {}): Promise<TwoTowns> {
  const stage = await setSmallCounty([], [{ name: "刘敏" }, { name: "陈芳" }], options);
  await layOutPlaces(stage, [{ name: "青石镇", villages: ["石桥村"] }]);
  await stage.bring(
    [],
    ["李霞", "林红"].map((name) => ({ name, village: "石桥村" })),
  );
  return {
    ...stage,
    async bringElder(n, name, village, more = {}) {
      const values = { name, sex: "女", idCode: idCodeOf(n, 1942, true), village, living: "独居", ...more };
      await stage.ask((ctx) => storeLines(ctx, "elders", stage.county.path, [{ line: 2, values, returns: true }]));
    },
    pathOf: (place) =>
      stage.ask(
        async ({ db }) => (await db.selectFrom("directory_v1_place").select("placePath").where("name", "=", place).executeTakeFirstOrThrow()).placePath,
      ),
    async helpersOf(name) {
      const { body } = await stage.call("GET /elders/:elderId/history", { params: { elderId: await stage.elderId(name) } });
      return body.pairs
        .filter(({ untilOn }: any) => untilOn === null)
        .map(({ role, cadre }: any) => `${role} ${cadre}`)
        .sort();
    },
  };
}
