import { readSheet } from "@lianxin/documents";
import { Classified } from "@lianxin/plugin-kit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { erasedListener } from "../keep-people/erased.listener.js";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let xu: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1 });
  xu = await enrol("徐梅", "19900000001");
});
afterEach(() => stage.app.close());

const enrol = async (name: string, phone: string): Promise<string> =>
  (
    await stage.call("POST /series/:seriesId/volunteers", {
      params: { seriesId: stage.seriesId },
      body: { name, phone, ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [], skills: "急救" },
    })
  ).body.id;
/** Made up: the district code 999999 is nobody's, the last character fits. */
const idNumber = "999999199003070020";
const none = { sex: null, bornOn: null, idNumber: null, district: null, serviceKinds: null, agreedOn: "2026-09-01" };
const keep = (body: object, volunteerId = xu) => stage.call("PUT /volunteers/:volunteerId/basics", { params: { volunteerId }, body: { ...none, ...body } });
const add = (body: object, volunteerId = xu) =>
  stage.call("POST /volunteers/:volunteerId/entries", { params: { volunteerId }, body: { words: null, minutes: null, ...body } });
const show = async (volunteerId = xu) => (await stage.call("GET /volunteers/:volunteerId/record", { params: { volunteerId } })).body;
const codeOf = ({ body }: any) => [body.code.replace("volunteer-days.", ""), body.field];
const training = { kind: "training", title: "急救培训", words: "心肺复苏", minutes: 90, organizer: "红十字会", onDay: "2026-09-10" };

test("basic information is kept with consent, sealed, opened for whoever may with the reading in the access log, and shown nowhere else", async () => {
  await keep({ sex: "female", idNumber, district: "和平苑", serviceKinds: "环境" });

  const opened = await stage.call("GET /volunteers/:volunteerId/basics", { params: { volunteerId: xu } });
  const worker = await stage.call("GET /volunteers/:volunteerId/basics", { params: { volunteerId: xu }, as: "worker" });
  const record = await show();

  expect(opened.body.basics).toEqual({ sex: "female", bornOn: "1990-03-07", idNumber, district: "和平苑", serviceKinds: "环境", agreedOn: "2026-09-01" });
  expect(worker.status).toBe(403);
  expect(JSON.stringify(record)).not.toContain("1990-03-07");
  expect(record.agreedOn).toBe("2026-09-01");
  const [row] = (await stage.app.db
    .selectFrom("volunteer_days_basics" as never)
    .selectAll()
    .execute()) as any[];
  expect([row.idNumber, row.bornOn].map((value) => String(Classified.sealedText(value)).slice(0, 14))).toEqual(["lx1.sensitive.", "lx1.sensitive."]);
  const log = await stage.app.app.platform.database.kit.selectFrom("kit_access_subject").select("subject").execute();
  expect(log.map(({ subject }) => subject)).toContain(xu);
});

test("an odd identity number, a birth date that is another one, and a day that has not come are refused with their field", async () => {
  const refused = [
    await keep({ idNumber: "999999199003070027" }),
    await keep({ idNumber, bornOn: "1990-03-08" }),
    await keep({ bornOn: "2026-02-30" }),
    await keep({ agreedOn: "2026-09-15" }),
  ];

  expect(refused.map(codeOf)).toEqual([
    ["idNumberWrong", "body.idNumber"],
    ["bornOnWrong", "body.bornOn"],
    ["dayInvalid", "body.bornOn"],
    ["dayAhead", "body.agreedOn"],
  ]);
});

test("trainings, awards and evaluations say what the rules ask of each; what was wrong is withdrawn with a reason and counts no more", async () => {
  const refused = [
    await add({ ...training, words: " " }),
    await add({ ...training, minutes: null }),
    await add({ kind: "evaluation", title: "扮靓周四", organizer: "社区", onDay: "2026-09-10" }),
    await add({ ...training, onDay: "2026-09-20" }),
  ];
  const { body } = await add(training);
  await add({ kind: "award", title: "热心居民", organizer: "街道", onDay: "2026-09-12" });
  const before = (await show()).entries;
  await stage.call("POST /entries/:entryId/withdraw", { params: { entryId: body.id }, body: { reason: "记错人了" } });
  const twice = await stage.call("POST /entries/:entryId/withdraw", { params: { entryId: body.id }, body: { reason: "记错人了" } });

  expect(refused.map(codeOf)).toEqual([
    ["entryOdd", "body.words"],
    ["entryOdd", "body.minutes"],
    ["entryOdd", "body.words"],
    ["dayAhead", "body.onDay"],
  ]);
  expect(before.map(({ kind, title, minutes }: any) => [kind, title, minutes])).toEqual([
    ["award", "热心居民", null],
    ["training", "急救培训", 90],
  ]);
  expect((await show()).entries.map(({ title }: any) => title)).toEqual(["热心居民"]);
  expect(twice.body.code).toBe("volunteer-days.entryUnknown");
});

test("the file has a sheet for each article with its headings, basic information only of who agreed, and ranks nobody", async () => {
  await keep({ sex: "female", idNumber, district: "和平苑", serviceKinds: "环境" });
  const he = await enrol("何志远", "19900000002");
  await add(training);
  await add({ kind: "award", title: "热心居民", organizer: "街道", onDay: "2026-09-12" }, he);
  await add({ kind: "evaluation", title: "扮靓周四", words: "认真细致", organizer: "社区", onDay: "2026-09-12" });

  const inject = (cookie: string) =>
    stage.app.app.http.inject({ url: "/api/volunteer-days/records.xlsx?from=2026-09-01&to=2026-09-30", headers: { "x-lianxin": "1", cookie } });
  const [file, worker] = [await inject("secretary"), await inject("worker")];

  const { sheets } = readSheet(file.rawPayload, "records.xlsx");
  const texts = sheets.map(({ rows }) => rows.slice(2).map(({ cells }) => cells.map(({ text }) => text)));
  expect(worker.statusCode).toBe(403);
  expect(sheets.map(({ name }) => name)).toEqual(["志愿者基本信息", "本单位志愿服务记录", "培训", "表彰奖励", "评价"]);
  expect(texts[0]).toEqual([
    ["序号", "姓名", "性别", "出生日期", "身份证件号码", "居住区域", "联系方式", "专业技能", "服务类别", "同意日期"],
    ["1", "徐梅", "女", "1990-03-07", idNumber, "和平苑", "19900000001", "急救", "环境", "2026-09-01"],
  ]);
  expect([texts[2]![1], texts[3]![1], texts[4]![1]]).toEqual([
    ["1", "徐梅", "急救培训", "心肺复苏", "1 小时 30 分", "红十字会", "2026-09-10"],
    ["1", "何志远", "热心居民", "2026-09-12", "街道"],
    ["1", "徐梅", "扮靓周四", "认真细致", "2026-09-12", "社区"],
  ]);
  expect(JSON.stringify(texts)).not.toMatch(/排名|名次|积分|星级/);
});

test("minutes are certified when they have been posted for seven days, a correction counted from its own day", async () => {
  const { id: dayId } = await stage.day("2026-09-17");
  await stage.join(dayId, 1, { name: "徐梅" });
  stage.app.ports.setTime("2026-09-18T09:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId }, body: { unticked: 1 } });
  const certify = (to: string) => stage.call("POST /volunteers/:volunteerId/certificates", { params: { volunteerId: xu }, body: { from: "2026-09-01", to } });
  const [{ signUpId }] = (await stage.call("GET /hours", { query: { from: "2026-09-01", to: "2026-09-30" } })).body.rows;

  const soon = await certify("2026-09-18");
  stage.app.ports.setTime("2026-09-24T09:00");
  await stage.call("POST /days/:dayId/hours/:signUpId/corrections", { params: { dayId, signUpId }, body: { minutes: 80, reason: "早走了" } });
  stage.app.ports.setTime("2026-09-25T09:00");
  const corrected = await certify("2026-09-25");
  stage.app.ports.setTime("2026-10-01T09:00");
  const posted = await certify("2026-09-30");

  expect(codeOf(soon)).toEqual(["hoursNotPosted", "body.to"]);
  expect(codeOf(corrected)).toEqual(["hoursNotPosted", "body.to"]);
  expect(posted.body.number).toBe("2026-0001");
});

test("whoever is erased leaves no basic information, training or award that says who it was", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId: id }, body: {} });
  const volunteers = (await stage.app.db
    .selectFrom("volunteer_days_volunteer" as never)
    .selectAll()
    .execute()) as any[];
  const own = volunteers.find(({ personId }) => personId === stage.he).id;
  await keep({ sex: "male", idNumber, district: "松涛园" }, own);
  await add({ ...training, title: "独一无二的培训" }, own);

  await stage.app.write("volunteer-days", (ctx: any) => erasedListener.handle({ personId: stage.he }, ctx, { eventId: "e1" }));

  const { body } = await stage.call("GET /volunteers/:volunteerId/basics", { params: { volunteerId: own } });
  expect([body.basics.sex, body.basics.district]).toEqual([null, null]);
  expect([body.basics.idNumber, body.basics.bornOn].join("")).not.toMatch(/9900307|1990/);
  expect(JSON.stringify((await show(own)).entries)).not.toContain("独一无二");
});
