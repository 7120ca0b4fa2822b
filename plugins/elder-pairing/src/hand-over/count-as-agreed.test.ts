import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
let elderId: string;
const call = (path: string, params: object, body?: object, as = "secretary") => stage.call(path, { as, params: params as never, ...(body && { body }) });
const history = async () => (await call("GET /elders/:elderId/history", { elderId })).body;
const now = async () => (await history()).pairs.find((one: any) => one.role === "primary" && one.untilOn === null);
const waiting = async () => (await stage.call("GET /waiting")).body.count;

/** The first helper of 周桂兰 is transferred: gives how the sheet of who follows is signed and unsigned. */
async function begin() {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  await stage.agreeAll();
  elderId = await stage.elderId("周桂兰");
  await call("POST /cadres/:cadreId/transfer", { cadreId: (await now()).cadreId }, { day: "2026-09-03", kind: "transferred" });
  const handoverId = (await history()).handovers[0].id;
  const sign = (signer: string, more: object = {}) => call("POST /handovers/:handoverId/sign", { handoverId }, { signer, ...more });
  return { sign, unsign: (signer: string) => call("POST /handovers/:handoverId/unsign", { handoverId }, { signer, reason: "slip" }) };
}

test("a hand-over signed by all three is the yes of the new helper and of the elder, and a signature taken back takes that yes back", async () => {
  const { sign, unsign } = await begin();
  const before = [(await now()).effectiveOn, await waiting()];
  await sign("outgoing", { note: "钥匙在邻居家" });
  await sign("incoming");
  const half = (await now()).effectiveOn;

  await sign("elder", { forReason: "cannot" });
  const done = [(await now()).effectiveOn, await waiting()];
  await unsign("elder");
  const undone = [(await now()).effectiveOn, await waiting()];
  const [asked] = (await stage.call("GET /waiting", {})).body.pairs;
  await sign("elder");

  expect([before, half, done, undone, (await now()).effectiveOn]).toEqual([[null, 1], null, ["2026-09-03", 0], [null, 1], "2026-09-03"]);
  expect([asked.cadreAgreed, asked.elderAgreed]).toEqual([false, false]);
});

test("a yes that was given before the hand-over stays when a signature is taken back", async () => {
  const { sign, unsign } = await begin();
  await call("POST /elders/:elderId/agree", { elderId }, { side: "elder" });
  stage.app.ports.setTime("2026-09-03T11:00");
  for (const signer of ["outgoing", "incoming", "elder"]) await sign(signer);

  await unsign("outgoing");

  const rows = (await stage.call("GET /waiting", { query: { side: "cadre" } })).body.pairs;
  expect(rows.map(({ cadreAgreed, elderAgreed }: any) => [cadreAgreed, elderAgreed])).toEqual([[false, true]]);
});

test("what was to be told is read on the phone by the new helper once the pair is in force, and not before", async () => {
  const { sign } = await begin();
  const { cadreId, cadre } = await now();
  const personId = await aPerson(stage.app, { fullName: cadre, account: "new" });
  await call("PUT /cadres/:cadreId/person", { cadreId }, { personId });
  const read = async () => (await call("GET /mine/elders/:elderId", { elderId }, undefined, "new")).body.handedOver;
  await sign("outgoing", { note: "钥匙在邻居家" });
  await sign("incoming");
  const early = await read();

  await sign("elder");

  expect([early, await read()]).toEqual([null, "钥匙在邻居家"]);
});

test("a signature for a new helper who was not there is no yes of theirs, and who signs in person afterwards has said it", async () => {
  const { sign, unsign } = await begin();
  await sign("outgoing");
  await sign("elder", { forReason: "cannot" });
  await sign("incoming", { forReason: "away" });
  const proxy = [(await now()).effectiveOn, (await stage.call("GET /waiting", { query: { side: "cadre" } })).body.count];

  await unsign("incoming");
  stage.app.ports.setTime("2026-09-03T12:00");
  await sign("incoming");

  expect([proxy, (await now()).effectiveOn]).toEqual([[null, 1], "2026-09-03"]);
});

test("a yes that was taken back and given again after the hand-over stays when a signature is taken back", async () => {
  const { sign, unsign } = await begin();
  for (const signer of ["outgoing", "incoming", "elder"]) await sign(signer);
  await call("POST /places/:placeId/agree/undo", { placeId: stage.county.placeId }, { side: "elder", pairIds: [(await now()).id] });
  stage.app.ports.setTime("2026-09-03T12:00");
  await call("POST /elders/:elderId/agree", { elderId }, { side: "elder" });

  await unsign("outgoing");

  const rows = (await stage.call("GET /waiting", { query: { side: "cadre" } })).body.pairs;
  expect(rows.map(({ cadreAgreed, elderAgreed }: any) => [cadreAgreed, elderAgreed])).toEqual([[false, true]]);
});

test("who comes instead signs for themselves: what was signed for the one who was to come is not kept for them, what was signed for the one who leaves is", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }, { name: "王慧" }]);
  await stage.run();
  await stage.agreeAll();
  elderId = await stage.elderId("周桂兰");
  const transfer = async () => call("POST /cadres/:cadreId/transfer", { cadreId: (await now()).cadreId }, { day: "2026-09-03", kind: "transferred" });
  await transfer();
  const handoverId = (await history()).handovers[0].id;
  const signFor = (signer: string, forReason: string) => call("POST /handovers/:handoverId/sign", { handoverId }, { signer, forReason });
  /** For whom somebody else signed, as the printed sheet says. */
  const proxies = async () => {
    const url = `/api/elder-pairing/handovers/${handoverId}/sheet`;
    const { body } = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: "secretary", "x-lianxin": "1" } });
    return body.match(/(已去世|已离开|不能写字|人在外地)，代签/gu) ?? [];
  };
  await signFor("incoming", "away");
  await signFor("elder", "cannot");
  const first = await proxies();

  await transfer();
  const second = await proxies();
  await signFor("outgoing", "left");
  await signFor("incoming", "away");
  await transfer();

  expect([first, second, await proxies()]).toEqual([["人在外地，代签", "不能写字，代签"], [], ["已离开，代签"]]);
});
