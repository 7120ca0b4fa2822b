import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { nameVillages } from "./name-villages.js";

let stage: TwoTowns | undefined;
afterEach(() => stage?.app.close());

test("villages of one township stand alone, those of several with their township, and one that is in none by itself", () => {
  const here = { id: 1, village: "河口村", town: "柳河镇" };
  expect(nameVillages([here, { ...here, village: "柳树坡村" }]).map(({ village }) => village)).toEqual(["河口村", "柳树坡村"]);
  expect(nameVillages([here, { ...here, town: "青石镇" }, { id: 2, village: "光明社区", town: null }])).toEqual([
    { id: 1, village: "柳河镇 河口村" },
    { id: 1, village: "青石镇 河口村" },
    { id: 2, village: "光明社区" },
  ]);
});

test("the county's lists of elders and of pairs that wait say which township, one township's list does not", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.bringElder(2, "吴金花", "石桥村");
  await stage.run();
  const villages = async (path: string, query: object = {}) => {
    const { body } = await stage!.call(path, { query: query as never });
    return [body.elders, body.pairs, body.waiting]
      .find(Array.isArray)!
      .map(({ village }: any) => village)
      .sort();
  };
  const placeId = (await stage.ask(async ({ db }) => db.selectFrom("directory_v1_place").select("id").where("name", "=", "柳河镇").executeTakeFirstOrThrow()))
    .id;

  const both = ["柳河镇 柳树坡村", "青石镇 石桥村"];
  expect([await villages("GET /elders"), await villages("GET /waiting"), await villages("GET /board")]).toEqual([both, both, both]);
  expect(await villages("GET /elders", { placeId })).toEqual(["柳树坡村"]);
});
