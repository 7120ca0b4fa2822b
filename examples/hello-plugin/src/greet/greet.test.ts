import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

const square = "/31/02/";
const greet = "POST /places/:path/greetings";
let hello: Running;
beforeEach(async () => {
  hello = await startPlugin(server, { config: { longest: 12 } });
  hello.signInAs("ada");
  hello.grant("ada", "hello.greet", "/31/");
  hello.grant("ada", "hello.see", "/31/");
});
afterEach(() => hello.close());

const say = (words: string, more = {}) => hello.call(greet, { params: { path: square }, body: { words, isLoud: false }, ...more });

test("a greeting is kept and everybody who may see the place reads it", async () => {
  const answer = await say("  大家   好 ");

  expect(answer.status).toBe(200);
  const { body } = await hello.call("GET /greetings");
  expect(body.greetings).toEqual([{ id: answer.body.id, words: "大家 好", phone: null, isLoud: false, smiles: 1, greetedAt: "2026-09-03T01:00:00.000Z" }]);
});

test("a phone number is masked until its reader asks to see it, may see it, and that is logged", async () => {
  await hello.call(greet, { params: { path: square }, body: { words: "hi", isLoud: false, phone: "19900000001" } });
  hello.grant("bo", "hello.see", "/31/");

  const phoneFor = async (as: string, headers = {}) => (await hello.call("GET /greetings", { as, headers })).body.greetings[0].phone;
  const seen = [await phoneFor("ada"), await phoneFor("ada", { "x-show": "1" }), await phoneFor("bo", { "x-show": "1" })];

  expect(seen).toEqual(["199****0001", "19900000001", "199****0001"]);
  expect(await hello.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "dataClass", "count"]).execute()).toEqual([
    { account: "ada", dataClass: "contact", count: 1 },
  ]);
});

test("a place one holds no right at looks as if it were not there", async () => {
  const answer = await hello.call(greet, { params: { path: "/32/" }, body: { words: "hi", isLoud: false } });

  expect([answer.status, answer.body.code]).toEqual([404, "kit.notFound"]);
});

test("nobody greets without the permission", async () => {
  const [stranger, nobody] = [await say("hi", { as: "cy" }), await say("hi", { as: null })];

  expect([stranger.status, stranger.body.code, stranger.body.remedy]).toEqual([403, "kit.notAllowed", "请有“问好”权限的人来办"]);
  expect([nobody.status, nobody.body.code]).toEqual([401, "kit.notSignedIn"]);
});

test("a refusal names the field, the rule and the remedy in both languages", async () => {
  const [chinese, english] = [await say("一二三四五六七八九十甲乙丙"), await say("a very long greeting", { headers: { "accept-language": "en" } })];

  expect(chinese.body).toMatchObject({ code: "hello.tooLong", field: "body.words", message: "这句话有 13 个字，最多 12 个", remedy: "请说短一点" });
  expect(english.body).toMatchObject({ message: "These are 20 characters, at most 12", remedy: "Say it shorter" });
});

test("a wrong shape is listed field by field, and unknown fields are not dropped in silence", async () => {
  const { status, body } = await hello.call(greet, { params: { path: square }, body: { words: 7, isLoud: false, extra: 1 } });

  expect([status, body.code]).toEqual([400, "kit.invalidInput"]);
  expect(body.problems.map((p: { field: string }) => p.field).sort()).toEqual(["body.extra", "body.words"]);
});

test("the same request key gives the same answer once, and with another content it is refused", async () => {
  const headers = { "idempotency-key": "k1" };

  const [first, again, other] = [await say("hi", { headers }), await say("hi", { headers }), await say("ho", { headers })];

  expect(again.body).toEqual(first.body);
  expect([other.status, other.body.code]).toEqual([422, "kit.idempotencyKeyReused"]);
  expect((await hello.call("GET /greetings")).body.greetings).toHaveLength(1);
});

test("the same request pressed twice at once is done once", async () => {
  const headers = { "idempotency-key": "k2" };

  const answers = await Promise.all([1, 2, 3].map(() => say("hi", { headers })));

  expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
});

test("an event and an audit row leave with the commit, and with a refusal neither does", async () => {
  await say("hi");
  await say("again");

  expect(await hello.published()).toEqual([{ event: "hello.greeted", payload: { greetingId: expect.any(String), isLoud: false } }]);
  expect((await hello.audited()).map((row) => row.action)).toEqual(["hello.greet"]);
});

test("a change that does not come from a page of this server is refused", async () => {
  const answers = [await say("hi", { headers: { origin: "https://evil.example" } }), await say("hi", { headers: { "sec-fetch-site": "cross-site" } })];

  expect(answers.map((a) => a.body.code)).toEqual(["kit.foreignOrigin", "kit.foreignOrigin"]);
});

test("its command counts what was said at a place", async () => {
  await say("大家好");

  const counted = await hello.run("hello.count", square);

  expect(counted).toEqual({ placePath: square, count: 1 });
});
