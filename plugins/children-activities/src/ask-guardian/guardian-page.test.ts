import { readSheet } from "@lianxin/documents";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import { setStage, type Stage } from "../testing/stage.js";
import { linkOf } from "./door.js";
import { digitsOf } from "./one-time-code.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const inside = <T>(work: (ctx: any) => Promise<T>): Promise<T> => stage.app.write("children-activities", work);
const list = async (as = "luo") => stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } });
const guardianOf = async (childId: string): Promise<string> => (await list()).body.children.find(({ id }: any) => id === childId).guardians[0].guardianId;

test("a guardian opens the page with the code from their own phone, sees, copies and corrects, and is alone there", async () => {
  const [one, other] = [await stage.aChild(1), await stage.aChild(2)];
  const guardianId = await guardianOf(one);
  const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object = {}, more: Record<string, string> = {}) =>
    stage.call(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId, ...more }, body });

  const wrongLink = await at("/codes", { key: "x".repeat(22) });
  await at("/codes", { key });
  const letter = (await stage.letters()).at(-1)!;
  const code = /\d{6}/.exec(letter.text)![0];
  const wrong = await at("/door", { key, code: code === "000000" ? "000001" : "000000" });
  const { token } = (await at("/door", { key, code })).body;
  const again = await at("/door", { key, code });
  const shown = await at("/children", { token });
  await at("/children/:childId/corrections", { token, name: "周小禾" }, { childId: one });
  const foreign = await at("/children/:childId/erasure", { token }, { childId: other });
  const copy = await at("/copy", { token });
  stage.app.ports.advance(31 * 60_000);
  const late = await at("/children", { token });

  expect([wrongLink.status, wrong.body, again.body, foreign.status, late.body.code]).toEqual([
    404,
    { token: null, left: 4 },
    { token: null, left: 0 },
    404,
    "children-activities.doorShut",
  ]);
  expect([letter.to, letter.text.includes("孩子1")]).toEqual([guardianId, false]);
  expect(shown.body.children.map(({ name }: any) => name)).toEqual(["孩子1"]);
  expect([copy.status, copy.text.slice(0, 2)]).toEqual([200, "PK"]);
  expect((await list()).body.children.map(({ name }: any) => name)).toEqual(["周小禾", "孩子2"]);
  expect((await stage.reads(one)).some(({ account, purpose }) => account === "anonymous" && purpose === "children-activities.guardian")).toBe(true);
});

test("a director is told for a week what a guardian put right themselves, and nothing of what they put right for them", async () => {
  const [childId] = [await stage.aChild(1), await stage.aChild(2)];
  const guardianId = await guardianOf(childId);
  const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object = {}, more: Record<string, string> = {}) =>
    stage.must(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId, ...more }, body });
  await at("/codes", { key });
  const { token } = await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] });
  const told = async () => [
    (await stage.must("GET /mine", { as: "luo" })).homes.map(({ corrected }: any) => corrected),
    (await list()).body.children.map(({ corrected }: any) => corrected?.parts ?? null),
  ];
  await stage.must("PATCH /children/:childId", { as: "luo", params: { childId }, body: { grade: "三年级" } });
  const before = await told();
  await at("/children/:childId/corrections", { token, name: "周晓禾", bornIn: "2018-05" }, { childId });
  await at("/name", { token, name: "周桂兰" });
  const after = await told();
  stage.app.ports.setTime("2027-07-12T10:00");

  expect([before, after, await told()]).toEqual([
    [[0], [null, null]],
    [[1], [["name", "bornIn", "guardian"], null]],
    [[0], [null, null]],
  ]);
});

test("the fifth wrong code shuts the door until another code is sent", async () => {
  const guardianId = await guardianOf(await stage.aChild(1));
  const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object) => stage.call(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
  await at("/codes", { key });
  const right = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  const wrong = right === "111111" ? "222222" : "111111";

  const left = [];
  for (let n = 0; n < 5; n++) left.push((await at("/door", { key, code: wrong })).body.left);

  expect([left, (await at("/door", { key, code: right })).body]).toEqual([[4, 3, 2, 1, 0], { token: null, left: 0 }]);
});

test("codes differ by their id and are six digits", () => {
  const ctx = { blind: (value: string) => Buffer.from(value).toString("base64url") };
  const codes = Array.from({ length: 500 }, (_, i) => digitsOf(ctx, `code-${i}`));

  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBeGreaterThan(490);
});

test("a guardian sees when their child came and went, with whom, and that somebody was refused, and puts their own name right; nobody else does either", async () => {
  await stage.app.close();
  const { stage: open, attendanceId, childId } = await openHouse();
  stage = open;
  const { code: collects } = await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  const { collectors } = await stage.must("GET /attendances/:attendanceId/collectors", { as: "luo", params: { attendanceId } });
  stage.app.ports.setTime("2027-07-12T10:50");
  await stage.must("POST /attendances/:attendanceId/refusals", { as: "luo", params: { attendanceId } });
  stage.app.ports.setTime("2027-07-12T11:00");
  await stage.must("POST /attendances/:attendanceId/hand-over", {
    as: "luo",
    params: { attendanceId },
    body: { collectorId: collectors[0].id, code: collects },
  });
  const guardianId = await guardianOf(childId);
  const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object = {}) => stage.call(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
  await at("/codes", { key });
  const { token } = (await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] })).body;

  const forged = await at("/name", { token: `${token}x`, name: "别人" });
  const renamed = await at("/name", { token, name: " 周桂兰 " });
  const [child] = (await at("/children", { token })).body.children;

  expect([forged.status, renamed.status]).toEqual([403, 200]);
  expect(child.guardians.map(({ name }: any) => name)).toEqual(["周桂兰"]);
  expect(child.visits[0]).toMatchObject({
    heldOn: "2027-07-12",
    state: "collected",
    arrivedAt: "2027-07-12T00:20:00.000Z",
    departedAt: "2027-07-12T03:00:00.000Z",
    by: { relation: "奶奶", name: "接送人1", isOneOff: false },
    refused: ["2027-07-12T02:50:00.000Z"],
  });
  expect(child.visits).toHaveLength(1);
});

test("a guardian reads what happened to their own child in the words it was written in, on the page and in the copy, and of no other child", async () => {
  await stage.app.close();
  const { stage: open, sessionId, attendanceId, childId } = await openHouse();
  stage = open;
  const other = await stage.aChild(2);
  await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  const note = (body: object) => stage.must("POST /sessions/:sessionId/incidents", { as: "luo", params: { sessionId }, body });
  await note({ kind: "accident", attendanceId, words: "跑步时摔倒，擦破右膝，洗净包好，已打电话" });
  await note({ kind: "other", words: "停电十分钟" });
  await note({ kind: "disclosure" });
  const openDoor = async (id: string) => {
    const guardianId = await guardianOf(id);
    const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
    const at = (path: string, body: object) => stage.call(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
    await at("/codes", { key });
    const { token } = (await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] })).body;
    return { children: (await at("/children", { token })).body.children, guardianId, token };
  };

  const [own, foreign] = [await openDoor(childId), await openDoor(other)];
  const copy = await stage.app.app.http.inject({
    method: "POST",
    url: `/api/children-activities/public/guardians/${own.guardianId}/copy`,
    headers: { "x-lianxin": "1", "idempotency-key": "copy" },
    payload: { token: own.token },
  });

  expect(own.children[0].incidents).toMatchObject([{ kind: "accident", at: "2027-07-12T00:20:00.000Z", words: "跑步时摔倒，擦破右膝，洗净包好，已打电话" }]);
  expect(JSON.stringify(readSheet(copy.rawPayload, "资料.xlsx"))).toContain("擦破右膝");
  expect(foreign.children[0].incidents).toEqual([]);
});

test("somebody to collect once is named for a day ahead, never for one that passed and was never opened", async () => {
  await stage.app.close();
  ({ stage } = await openHouse({ isShort: true }));
  const { id: childId } = (await list()).body.children[0];
  const guardianId = await guardianOf(childId);
  const days = async () => {
    const key = (await inside(async (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
    const at = (path: string, body: object) => stage.must(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
    await at("/codes", { key });
    const { token } = await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] });
    return (await at("/children", { token })).children[0].sessions.map(({ heldOn }: any) => heldOn.slice(8));
  };
  const ahead = await days();
  stage.app.ports.setTime("2027-07-13T08:00");

  expect([ahead, await days()]).toEqual([
    ["12", "13", "14", "15", "16"],
    ["13", "14", "15", "16"],
  ]);
});
