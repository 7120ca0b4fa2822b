import { afterEach, beforeEach, expect, test } from "vitest";
import { linkOf } from "../ask-guardian/door.js";
import { digitsOf } from "../ask-guardian/one-time-code.js";
import { noCounts, phoneOf, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const inside = <T>(work: (ctx: any) => Promise<T>): Promise<T> => stage.app.write("children-activities", work);
const list = async (as = "luo") => stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } });
const register = (n: number, more = {}) =>
  stage.call("POST /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId }, body: stage.childBody(n, more) });
const guardianOf = async (childId: string): Promise<string> => (await list()).body.children.find(({ id }: any) => id === childId).guardians[0].guardianId;
const answer = (childId: string, body: object) => stage.must("POST /children/:childId/consents", { as: "luo", params: { childId }, body });
const countRows = (table: string): Promise<number> => inside(async ({ db }) => (await db.selectFrom(table).selectAll().execute()).length);

test("without the guardian's signed yes to keeping the data nothing at all is written", async () => {
  const refused = await Promise.all([
    register(1, { consents: { data: false, participation: true, photo: true, health: true } }),
    register(2, { textVersion: "2019-1" }),
    register(3, { givenOn: "2027-07-06" }),
    register(4, { health: "花生过敏" }),
    register(5, { aloneRoute: "沿河走" }),
    register(6, { bornIn: "2023-01" }),
  ]);

  expect(refused.map(({ body }) => `${body.code.replace("children-activities.", "")} ${body.field}`)).toEqual([
    "consentNeeded body.consents.data",
    "textUnknown body.textVersion",
    "dayInvalid body.givenOn",
    "healthNeedsConsent body.health",
    "tooYoungAlone body.aloneRoute",
    "ageOutside body.bornIn",
  ]);
  expect(await Promise.all(["child", "guardian", "consent", "kin", "collector"].map((name) => countRows(`children_activities_${name}`)))).toEqual([
    0, 0, 0, 0, 0,
  ]);
});

test("the database itself refuses a child whose consent has no row", async () => {
  await stage.aChild(1);
  const row = await inside(({ db }) => db.selectFrom("children_activities_child").selectAll().executeTakeFirstOrThrow());
  const { id: _, name, bornIn, health, aloneRoute, ...rest } = row as any;

  const write = (dataConsentId: string | null) =>
    inside(({ db }) =>
      db
        .insertInto("children_activities_child")
        .values({ ...rest, id: "sneaked", dataConsentId, name: "偷写", bornIn: "2019-05", health: null, aloneRoute: null })
        .execute(),
    );

  expect([name, bornIn].every((value) => value.dataClass === "sensitive") && health === null && aloneRoute === null).toBe(true);
  await expect(write("no such consent")).rejects.toThrow();
  await expect(write(null)).rejects.toThrow();
});

test("a file's line without consent is refused and named, the others are written, and no cell of a refused line stays", async () => {
  const header = "姓名,出生年月,性别,年级,监护人,监护人电话,关系,同意书日期,同意书版本,同意保管资料,同意参加,同意拍照,过敏用药,同意保管过敏提醒";
  const lines = [
    "周小禾,2018年5月,女,三年级,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,否,,",
    "吴小满,2016-03,男,,吴建国,19900000102,爷爷,,,,,,,",
    "沈小雨,2013-11,女,,沈玉兰,19900000103,母亲,2027-07-02,2026-1,同意,同意,同意,花生过敏,是",
    "郑小宝,2019-08,男,,郑海燕,1990,母亲,2027-07-02,2026-1,是,是,否,,",
    "周小苗,2014-05,女,五年级,周桂兰,19900000101,奶奶,2027-07-01,2026-1,是,是,否,,",
  ];
  const boundary = "x7";
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="名册.csv"\r\nContent-Type: text/csv\r\n\r\n${[header, ...lines].join("\n")}\r\n--${boundary}--\r\n`;
  const answer = await stage.app.app.http.inject({
    method: "POST",
    url: `/api/children-activities/homes/${stage.homeId}/children/import`,
    headers: { "x-lianxin": "1", cookie: "luo", "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  const { children } = (await list()).body;

  expect(answer.json()).toMatchObject({
    added: 3,
    refused: [
      { line: 3, problem: expect.stringContaining("书面同意") },
      { line: 5, problem: expect.stringContaining("手机号应为 11 位") },
    ],
  });
  expect(children.map(({ name, bornIn, health, guardians }: any) => [name, bornIn, health, guardians[0].name])).toEqual([
    ["周小禾", "2018-05", null, "周桂兰"],
    ["沈小雨", "2013-11", "花生过敏", "沈玉兰"],
    ["周小苗", "2014-05", null, "周桂兰"],
  ]);
  expect(await countRows("children_activities_guardian")).toBe(2);
});

test("only the director of the home reads its children, each reading stands in the log with its purpose, and no office is enough", async () => {
  const childId = await stage.aChild(1);
  const before = (await stage.reads(childId)).length;

  const [own, secretary, worker, nobody] = [await list(), await list("secretary"), await list("worker"), await list("he")];

  expect(own.body.children).toMatchObject([{ name: "孩子1", bornIn: "2019-05", ageBand: "6_8", collectors: [{ name: "接送人1", phone: "19900001001" }] }]);
  expect([secretary.status, worker.status, nobody.status]).toEqual([403, 403, 403]);
  expect([secretary, worker, nobody].map(({ text }) => text).join()).not.toContain("孩子1");
  expect((await stage.reads(childId)).slice(before)).toEqual([
    { account: "luo", route: "children-activities GET /homes/:homeId/children", purpose: "children-activities.keep" },
  ]);
});

test("photographs are off by default and apart; a no of one guardian stands beside nobody's yes", async () => {
  const childId = await stage.aChild(1);
  const guardianId = await guardianOf(childId);
  const given = async () => Object.fromEntries((await list()).body.children[0].consents.map(({ purpose, isGiven }: any) => [purpose, isGiven]));

  const first = await given();
  await answer(childId, { guardianId, purpose: "photo", isYes: true });
  const second = await given();
  stage.app.ports.advance(1000);
  await answer(childId, { guardianId, purpose: "photo", isYes: false });

  expect([first, second, await given()]).toEqual([
    { data: true, participation: true, photo: false, health: false },
    { data: true, participation: true, photo: true, health: false },
    { data: true, participation: true, photo: false, health: false },
  ]);
});

test("a second guardian signs their own sheet: their no to photographs is not lifted by the other's yes, and without a yes to the data they are not written down", async () => {
  const childId = await stage.aChild(1, { consents: { data: true, participation: true, photo: true, health: false } });
  const add = (n: number, consents: object) =>
    stage.call("POST /children/:childId/guardians", {
      ...{ as: "luo", params: { childId } },
      body: { name: `父亲${n}`, phone: phoneOf(500 + n), relation: "父亲", consents, textVersion: "2026-1", givenOn: "2027-07-01" },
    });
  const shown = async () => (await list()).body.children[0];
  const before = (await shown()).consents.find(({ purpose }: any) => purpose === "photo").isGiven;
  stage.app.ports.advance(1000);

  const refused = await add(1, { data: false, participation: true, photo: true, health: false });
  await add(2, { data: true, participation: true, photo: false, health: false });
  const again = await add(2, { data: true, participation: true, photo: true, health: false });
  const after = await shown();

  expect([refused.body.code, again.body.code]).toEqual(["children-activities.consentNeeded", "children-activities.guardianKnown"]);
  expect([before, after.consents.find(({ purpose }: any) => purpose === "photo").isGiven, after.guardians.map(({ name }: any) => name)]).toEqual([
    true,
    false,
    ["监护人1", "父亲2"],
  ]);
});

test("a corrected month of birth and sex count at once where the child is expected, and a new number gets the codes", async () => {
  const adults = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, adults, { expected: { ...noCounts, "6_8": 4, "9_12": 4 } });
  const childId = await stage.aChild(1);
  const guardianId = await guardianOf(childId);
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [childId] } });

  await stage.must("PATCH /children/:childId", { as: "luo", params: { childId }, body: { bornIn: "2016-05", isGirl: true } });
  const secretary = await stage.call("PATCH /guardians/:guardianId", { params: { guardianId }, body: { phone: phoneOf(3) } });
  await stage.must("PATCH /guardians/:guardianId", { as: "luo", params: { guardianId }, body: { phone: phoneOf(4) } });
  const rows: any[] = await inside(({ db }) => db.selectFrom("children_activities_attendance").selectAll().where("childId", "=", childId).execute());

  expect(new Set(rows.map(({ ageBand, isGirl }) => `${ageBand} ${isGirl}`))).toEqual(new Set(["9_12 true"]));
  expect([secretary.status, (await list()).body.children[0].guardians[0].phone]).toEqual([403, phoneOf(4)]);
});

test("a note on health goes with the consent to keep it, and all data go with theirs", async () => {
  const childId = await stage.aChild(1, { health: "花生过敏", consents: { data: true, participation: true, photo: false, health: true } });
  const guardianId = await guardianOf(childId);
  stage.app.ports.advance(1000);

  await answer(childId, { guardianId, purpose: "health", isYes: false });
  const without = (await list()).body.children[0].health;
  await answer(childId, { guardianId, purpose: "data", isYes: false });

  expect([without, (await list()).body.children]).toEqual([null, []]);
});

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

test("a guardian's erasure leaves no readable copy in any table, and the database itself refuses to open what is left", async () => {
  const childId = await stage.aChild(1, { name: "周小禾", guardian: { name: "周桂兰", phone: "19900000777", relation: "奶奶" } });

  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId } });
  const row = await inside(({ db }) => db.selectFrom("children_activities_child").selectAll().where("id", "=", childId).executeTakeFirstOrThrow());
  const opened = await inside(({ disclose }) => disclose([(row as any).name, (row as any).bornIn], "keep"));
  const guardian = await inside(({ db }) => db.selectFrom("children_activities_guardian").selectAll().executeTakeFirstOrThrow());

  expect([opened, (row as any).ageBand, (row as any).deletedAt !== null, (guardian as any).phoneIndex]).toEqual([["", ""], "", true, null]);
  expect((await list()).body.children).toEqual([]);
  expect(await stage.call("PATCH /children/:childId", { as: "luo", params: { childId }, body: { name: "又来" } })).toMatchObject({ status: 404 });
});

test("this plugin erases nobody it did not write down itself", async () => {
  await expect(inside(({ erase }) => erase(stage.luo))).rejects.toThrow("did not write down");
});

test("a child grows into the next band on the first of the month after its birthday", async () => {
  await stage.aChild(1, { bornIn: "2018-07" });
  stage.app.ports.setTime("2027-08-01T00:10");
  await stage.app.write("children-activities", async (ctx) => {
    const { renewBandsJob } = await import("../keep-bands/renew-bands.job.js");
    await renewBandsJob.run(ctx);
  });

  expect((await list()).body.children[0].ageBand).toBe("9_12");
});
