import { readSheet } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { nameVillages } from "./name-villages.js";

let stage: TwoTowns | undefined;
afterEach(() => stage?.app.close());
const placeIdOf = (name: string): Promise<string> =>
  stage!.ask(async ({ db }) => (await db.selectFrom("directory_v1_place").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id);

test("villages stand alone in a list of one township, with their township in a list of several, and one that is in none by itself", () => {
  const here = { id: 1, village: "河口村", town: "柳河镇" };
  expect(nameVillages([here, { ...here, village: "柳树坡村" }], false).map(({ village }) => village)).toEqual(["河口村", "柳树坡村"]);
  expect(nameVillages([here, { ...here, town: "青石镇" }, { id: 2, village: "光明社区", town: null }], true)).toEqual([
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
  const placeId = await placeIdOf("柳河镇");

  const both = ["柳河镇 柳树坡村", "青石镇 石桥村"];
  expect([await villages("GET /elders"), await villages("GET /waiting"), await villages("GET /board")]).toEqual([both, both, both]);
  expect(await villages("GET /elders", { placeId })).toEqual(["柳树坡村"]);
});

test("every page of the county's list says which township, also the one whose lines are of one township alone", async () => {
  stage = await setTwoTowns();
  await stage.bring(
    Array.from({ length: 100 }, (_, i) => ({ name: `周${String.fromCodePoint(0x4e00 + i)}` })),
    [],
  );
  await stage.bringElder(1, "吴金花", "石桥村");
  const villages = async (query: object) => {
    const { body } = await stage!.call("GET /elders", { query: query as never });
    return body.elders.map(({ village }: any) => village);
  };

  const [first, second, found] = [await villages({ from: 0 }), await villages({ from: 100 }), await villages({ name: "吴金花" })];

  expect([first.length, second.length, found]).toEqual([100, 1, ["青石镇 石桥村"]]);
  expect(new Set([...first, ...second])).toEqual(new Set(["柳河镇 柳树坡村", "青石镇 石桥村"]));
});

test("the matching that is looked at, and the ledgers of visits and needs of the county say which township, that of the village where it was then", async () => {
  stage = await setTwoTowns({ at: "2026-12-30T09:00" });
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.bringElder(2, "吴金花", "石桥村");
  const params = { placeId: stage.county.placeId };
  const { pairs } = (await stage.call("POST /places/:placeId/pairing/pairs", { params })).body;
  await stage.run();
  for (const [i, name] of ["周桂兰", "吴金花"].entries())
    await stage.call("POST /elders/:elderId/visits", {
      params: { elderId: await stage.elderId(name) },
      body: { clientId: `v${i}`, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [{ category: "repair", action: "on_spot" }] },
    });
  await stage.bringElder(1, "周桂兰", "石桥村");
  /** The villages a ledger of the county, or of one township, names. */
  const ledger = async (path: string, placeId = params.placeId) => {
    const url = `/api/elder-pairing/places/${placeId}/${path}`;
    const { rawPayload } = await stage!.app.app.http.inject({ method: "GET", url, headers: { cookie: "secretary", "x-lianxin": "1" } });
    const said = JSON.stringify(readSheet(rawPayload, "台账.xlsx").sheets[0]);
    return [...new Set(said.match(/"[^"]*(柳树坡村|石桥村)"/gu))].sort();
  };

  const both = ['"柳河镇 柳树坡村"', '"青石镇 石桥村"'];
  expect(pairs.map(({ village }: any) => `"${village}"`)).toEqual(both);
  expect([await ledger("visit-ledger?month=2026-12"), await ledger("need-ledger?year=2026")]).toEqual([both, both]);
  expect(await ledger("visit-ledger?month=2026-12", await placeIdOf("柳河镇"))).toEqual(['"柳树坡村"']);
});
