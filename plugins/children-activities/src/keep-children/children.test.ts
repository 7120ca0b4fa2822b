import { afterEach, beforeEach, expect, test } from "vitest";
import { bringCsv } from "../testing/bring-csv.js";
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
    "dayAhead body.givenOn",
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
  const { imported, children } = await bringCsv(stage, [header, ...lines].join("\n"));

  expect(imported).toMatchObject({
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

test("a child grows into the next band on the first of the month after its birthday", async () => {
  await stage.aChild(1, { bornIn: "2018-07" });
  stage.app.ports.setTime("2027-08-01T00:10");
  await stage.app.write("children-activities", async (ctx) => {
    const { renewBandsJob } = await import("../keep-bands/renew-bands.job.js");
    await renewBandsJob.run(ctx);
  });

  expect((await list()).body.children[0].ageBand).toBe("9_12");
});
