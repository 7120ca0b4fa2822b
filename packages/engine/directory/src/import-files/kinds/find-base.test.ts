import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, expect, test } from "vitest";
import server from "../../server.js";
import { aCommunity, aPlace } from "../../testing.js";
import type { Preview } from "../preview-file.js";

let app: Running;
afterEach(() => app.close());
const upload = (csv: string) => ({
  headers: { "content-type": "multipart/form-data; boundary=b" },
  body: `--b\r\ncontent-disposition: form-data; name="file"; filename="名册.csv"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--b--\r\n`,
});

test("a county's roster places people and what they hold by township and village, or by the place alone where only one has the name", async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  const { placeId } = await aCommunity(app, { community: "示例县" });
  app.signInAs("secretary");
  for (const [name, villages] of [
    ["柳河镇", ["河口村", "柳树坡村"]],
    ["青石镇", ["河口村"]],
  ] as const) {
    const town = await aPlace(app, { name, kind: "town" });
    for (const village of villages) await aPlace(app, { name: village, kind: "village", parentId: town.id });
  }
  const sheet = "姓名,乡镇,地点,职务\n刘敏,青石镇,河口村,村书记\n陈芳,,柳树坡村,\n李霞,柳河镇,,网格长\n王慧,示例县,,\n何秀珍,,河口村,\n郑玉梅,柳河镇,石桥村,\n";

  const { ready, problems } = (await app.call("POST /places/:placeId/imports/:kind/preview", { params: { placeId, kind: "people" }, ...upload(sheet) }))
    .body as Preview;
  const opened = await app.call("POST /imports", { body: { kind: "people", placeId, fileName: "名册.csv" }, headers: { "idempotency-key": "i1" } });
  await app.call("POST /imports/:importId/lines", { params: { importId: opened.body.id }, body: { lines: ready }, headers: { "idempotency-key": "i2" } });

  const placeOf = async (fullName: string) => {
    const found = (await app.call("GET /people")).body.people.find((one: any) => one.fullName === fullName);
    const { places, roles } = (await app.call("GET /people/:personId", { params: { personId: found.id } })).body;
    return [places.map(({ name }: any) => name).join(" "), ...roles.map(({ kind, placeName }: any) => `${kind} ${placeName}`)];
  };
  expect(await Promise.all(["刘敏", "陈芳", "李霞", "王慧"].map(placeOf))).toEqual([
    ["示例县 青石镇 河口村", "secretary 河口村"],
    ["示例县 柳河镇 柳树坡村"],
    ["示例县 柳河镇", "grid_leader 柳河镇"],
    ["示例县"],
  ]);
  expect(problems.map(({ text }: any) => text)).toEqual([
    "第 6 行 C 列：有几个“河口村”，请在“乡镇”一列写明是哪个乡镇的",
    "第 7 行 C 列：没有“石桥村”这个地点，请先导入或添加地点",
  ]);
});
