import { afterAll, beforeAll, expect, test } from "vitest";
import { goesAlone, isAllergic, refusesPhotos, setStoryStage, type StoryStage } from "./testing/story-stage.js";

/** The twelve points of the story in their order, on one stage: each goes on where the one before ended. */
let stage: StoryStage;
let sessionId: string;
const codes = new Map<string, string>();
beforeAll(async () => {
  stage = await setStoryStage();
});
afterAll(() => stage.app.close());
const day = "2027-07-12";
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const codesOf = ({ violations }: any): string[] => violations.map(({ code }: any) => code);
const attendance = async (n: number) => (await stage.attendanceOf(day, stage.childIds[n]!)).attendanceId as string;
const postOf = async (adultId: string) => (await stage.board(day)).posts.find((post: any) => post.adultId === adultId && post.state !== "left");
const done = async (path: string, body?: object, as?: string) => {
  const answer = await stage.act(path, body, as);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  return answer.body;
};

test("1: the home of 上湾村 plans Monday to Friday 08:30–11:00 against drowning and with reading", async () => {
  const plan = await stage.plan();

  expect([plan.homeName, plan.title, plan.startTime, plan.endTime]).toEqual(["上湾村儿童之家", "防溺水和阅读", "08:30", "11:00"]);
  expect(plan.sessions.map(({ heldOn }: any) => heldOn)).toEqual(["2027-07-12", "2027-07-13", "2027-07-14", "2027-07-15", "2027-07-16"]);
});

test("2: 30 places for three ages, and four adults: the director, two teachers, a student", async () => {
  const { expected, sessions, signatures } = await stage.plan();

  expect(expected).toEqual({ "6_8": 11, "9_12": 13, "13_15": 6 });
  expect(sessions[0].posts).toHaveLength(4);
  expect(signatures.map(({ kind }: any) => kind).sort()).toEqual(["community", "director"]);
});

test("3: a flat 1:8 needs four adults, by bands it is five; the sum and the citation are shown", async () => {
  const { ratio, choices, citation } = await stage.plan();

  expect([ratio.needed, ratio.mode, ratio.arithmetic]).toEqual([4, "pooled", "11÷8 + 13÷8 + 6÷8 → 4"]);
  expect(choices.find(({ packId, mode }: any) => packId === "bands" && mode === "per_band").needed).toBe(5);
  expect(citation).toContain("1:8");
});

test("4: a check that ends on 14 July blocks the 15th and 16th until it is renewed", async () => {
  const params = { programmeId: stage.programmeId };
  const warned = (await stage.plan()).sessions.map(codesOf);

  const first = await stage.must("POST /programmes/:programmeId/publish", { params });
  await stage.must("POST /adults/:adultId/checks", {
    params: { adultId: stage.adults.sun },
    body: { scope: "children", checkedOn: "2027-07-05", verdict: "clear", source: "派出所" },
  });
  const second = await stage.must("POST /programmes/:programmeId/publish", { params });

  expect(warned).toEqual([[], [], [], ["tooFewAdults"], ["tooFewAdults"]]);
  expect([first.published, first.blocked.map(({ heldOn }: any) => heldOn)]).toEqual([3, ["2027-07-15", "2027-07-16"]]);
  expect([second.published, second.blocked]).toEqual([2, []]);
});

test("5: 30 children are enrolled by 8 July, seven are not photographed, two allergies are shown to who leads and to nobody else", async () => {
  stage.setTime("2027-07-08T17:00");
  await done(`POST /programmes/${stage.programmeId}/enrolments`, { childIds: stage.childIds });
  stage.setTime("2027-07-09T09:00");
  const late = await stage.act(`POST /programmes/${stage.programmeId}/enrolments`, { childIds: stage.childIds.slice(0, 1) });
  sessionId = (await stage.sessionOn(day)).id;
  stage.setTime(`${day}T07:45`);

  const [leader, secretary, stranger] = await Promise.all(["qian", "secretary", "wang"].map((as) => stage.act(`GET /sessions/${sessionId}/children`, {}, as)));
  const shown = leader!.body.children;

  expect(late.body.code).toBe("children-activities.enrolmentClosed");
  expect(shown.filter(({ mayBePhotographed }: any) => !mayBePhotographed)).toHaveLength(7);
  expect(shown.filter(({ health }: any) => health === "花生过敏")).toHaveLength(2);
  expect([secretary!.status, stranger!.status]).toEqual([403, 403]);
  expect(range(30).filter(refusesPhotos).length + range(30).filter(isAllergic).length).toBe(9);
});

test("6: 26 named adults collect, four children of 12 and older go alone by a way that is written down", async () => {
  const { children } = (await stage.call("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).body;

  expect(children.reduce((sum: number, { collectors }: any) => sum + collectors.length, 0)).toBe(26);
  expect(children.filter(({ aloneRoute }: any) => aloneRoute !== null)).toHaveLength(4);
});

test("7: on 12 July 29 come, the family of the one who does not is called at 08:50", async () => {
  stage.setTime(`${day}T08:15`);
  const early = await stage.act(`POST /sessions/${sessionId}/open`);
  for (const adultId of [stage.adults.luo, stage.adults.zhao, stage.adults.qian, stage.adults.sun])
    await done(`POST /posts/${(await postOf(adultId)).id}/arrival`);
  await done(`POST /sessions/${sessionId}/open`);
  stage.setTime(`${day}T08:30`);
  const { children } = await stage.board(day);
  for (const n of range(30).filter((one) => one !== 9)) {
    const { attendanceId } = children.find(({ childId }: any) => childId === stage.childIds[n]);
    const { code, mayBePhotographed } = await done(`POST /attendances/${attendanceId}/arrival`);
    expect(mayBePhotographed).toBe(!refusesPhotos(n));
    codes.set(attendanceId, code);
  }
  stage.setTime(`${day}T08:50`);
  await done(`POST /attendances/${await attendance(9)}/absence`);

  const board = await stage.board(day);

  expect(early.body.code).toBe("children-activities.sessionUnsafe");
  expect([board.present, board.adults, board.isSafe]).toEqual([29, 4, true]);
  const absent = board.children.filter(({ state }: any) => state === "absent");
  expect(absent.map(({ childId, absenceCalledAt }: any) => [childId, absenceCalledAt])).toEqual([[stage.childIds[9], "2027-07-12T00:50:00.000Z"]]);
});

test("8: an adult leaves at 10:00, the alarm is there at 10:00, and ends when Wang Fang stands in at 10:12", async () => {
  stage.setTime(`${day}T10:00`);
  await done(`POST /posts/${(await postOf(stage.adults.sun)).id}/leaving`, { reason: "发烧" });
  const alarmed = await stage.board(day);
  stage.setTime(`${day}T10:12`);
  await done(`POST /sessions/${sessionId}/stand-ins`, { adultId: stage.adults.wang });
  const calm = await stage.board(day);
  const alarms = await stage.app.write("children-activities", ({ db }) => db.selectFrom("children_activities_alarm").selectAll().execute());
  const { published, missing } = {
    published: (await stage.app.published()).map(({ event }) => event),
    missing: (await done(`POST /sessions/${sessionId}/head-counts`, { counted: 29 })).missing,
  };

  expect([codesOf(alarmed), alarmed.since, alarmed.violations[0].params]).toEqual([
    ["tooFewAdults"],
    "2027-07-12T02:00:00.000Z",
    { who: "there", adults: 3, children: 29, needed: 4, short: 1 },
  ]);
  expect(alarmed.standIns.map(({ name }: any) => name)).toEqual(["王芳"]);
  expect([calm.isSafe, calm.adults, missing]).toEqual([true, 4, 0]);
  expect(alarms).toMatchObject([{ fromAt: "2027-07-12T02:00:00.000Z", untilAt: "2027-07-12T02:12:00.000Z", codes: ["tooFewAdults"] }]);
  expect(published.filter((event) => event.includes("alarm"))).toEqual(["children-activities.alarmRaised", "children-activities.alarmEnded"]);
});

test("9: at 11:00 an unknown man is refused; the guardian's code lets a new person collect this once", async () => {
  stage.setTime(`${day}T11:00`);
  const id = await attendance(0);
  const { guardians } = (await stage.act(`GET /attendances/${id}/collectors`)).body;
  const unknown = await stage.act(`POST /attendances/${id}/hand-over`, { collectorId: "unknown", code: codes.get(id)! });
  await done(`POST /attendances/${id}/refusals`);
  await done(`POST /attendances/${id}/one-off`, { name: "周师傅", phone: "19900002222", relation: "叔叔", guardianId: guardians[0].id });
  const letter = (await stage.letters()).at(-1)!;
  const code = /(\d{6})/.exec(letter.text)![1]!;
  const wrong = await done(`POST /attendances/${id}/one-off/confirmation`, { code: code === "123456" ? "654321" : "123456" });

  const right = await done(`POST /attendances/${id}/one-off/confirmation`, { code });
  const row = await stage.attendanceOf(day, stage.childIds[0]!);

  expect(unknown.body.code).toBe("children-activities.notOnList");
  expect([letter.to, letter.text.includes("叔叔 周＊傅"), letter.text.includes("童话")]).toEqual([guardians[0].id, true, false]);
  expect([wrong, right]).toEqual([
    { isHanded: false, left: 4 },
    { isHanded: true, left: 0 },
  ]);
  expect([row.state, row.steps.map(({ step }: any) => step)]).toEqual(["collected", ["refused", "asked", "allowed"]]);
});

test("10: at 11:40 one child is still there: three calls, two adults stay, the grandparent comes at 12:05", async () => {
  for (const n of range(30).filter((one) => one !== 0 && one !== 1 && one !== 9)) {
    const id = await attendance(n);
    if (goesAlone(n)) await done(`POST /attendances/${id}/alone`);
    else {
      const { collectors } = (await stage.act(`GET /attendances/${id}/collectors`)).body;
      expect(await done(`POST /attendances/${id}/hand-over`, { collectorId: collectors[0].id, code: codes.get(id)! })).toEqual({ isHanded: true, left: 0 });
    }
  }
  stage.setTime(`${day}T11:40`);
  const last = await attendance(1);
  const jump = await stage.act(`POST /attendances/${last}/steps`, { step: "police" });
  const early = [];
  for (const [step, time] of [
    ["call1", "11:40"],
    ["call2", "11:45"],
    ["call3", "11:50"],
  ] as const) {
    early.push((await stage.act(`POST /attendances/${last}/steps`, { step })).body.code ?? "done");
    stage.setTime(`${day}T${time}`);
    if (step !== "call1") await done(`POST /attendances/${last}/steps`, { step });
  }
  const alone = await stage.act(`POST /attendances/${last}/steps`, { step: "twoStay", secondId: stage.luo });
  const zhao = (await stage.board(day)).posts.find(({ adultId }: any) => adultId === stage.adults.zhao).personId;
  await done(`POST /attendances/${last}/steps`, { step: "twoStay", secondId: zhao });
  const shut = await stage.act(`POST /sessions/${sessionId}/close`);
  stage.setTime(`${day}T12:05`);
  const { collectors } = (await stage.act(`GET /attendances/${last}/collectors`)).body;
  await done(`POST /attendances/${last}/hand-over`, { collectorId: collectors[0].id, code: codes.get(last)! });
  await done(`POST /sessions/${sessionId}/close`);

  expect(early).toEqual(["done", "children-activities.tooSoon", "children-activities.tooSoon"]);
  expect([jump, alone, shut].map(({ body }) => body.code)).toEqual(
    ["ladderOrder", "secondNeeded", "childrenHere"].map((code) => `children-activities.${code}`),
  );
  expect((await stage.attendanceOf(day, stage.childIds[1]!)).steps.map(({ step }: any) => step)).toEqual(["call1", "call2", "call3", "twoStay"]);
  expect((await stage.sessionOn(day)).state).toBe("closed");
});

test("11: of what a child tells on 14 July stands here only that it was reported at 10:22 and to whom", async () => {
  const wednesday = (await stage.sessionOn("2027-07-14")).id;
  stage.setTime("2027-07-14T10:22");
  const words = await stage.act(`POST /sessions/${wednesday}/incidents`, { kind: "disclosure", words: "手臂有伤" });
  await done(`POST /sessions/${wednesday}/incidents`, { kind: "disclosure" });
  await done(`POST /sessions/${wednesday}/reports`, { office: "police_and_civil_affairs" });

  const own = (await stage.act(`GET /homes/${stage.homeId}/incidents`)).body;
  const others = await Promise.all(["secretary", "zhao", "worker"].map((as) => stage.act(`GET /homes/${stage.homeId}/incidents`, {}, as)));

  expect(words.body.code).toBe("children-activities.noContent");
  expect(own.reports).toMatchObject([{ office: "police_and_civil_affairs", reportedAt: "2027-07-14T02:22:00.000Z", receipt: null }]);
  expect(own.incidents).toMatchObject([{ kind: "disclosure", words: null }]);
  expect(others.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test("12: the public notice has figures, nothing that goes out names a child, every reading is logged, and an erasure leaves the statistics", async () => {
  const { sessions } = (await stage.call("GET /public/sessions", { as: null })).body;
  const kit = stage.app.app.platform.database.kit;
  const outbox = JSON.stringify(await kit.selectFrom("kit_outbox").selectAll().execute());
  const audit = JSON.stringify(await kit.selectFrom("kit_audit").selectAll().execute());
  const child = stage.childIds[5]!;
  const reads = await stage.reads(child);
  await done(`POST /children/${child}/erasure`);
  const after = (await stage.board(day)).children;

  expect(sessions.find(({ heldOn }: any) => heldOn === "2027-07-15")).toMatchObject({ title: "防溺水和阅读", children: 30, adults: 4 });
  for (const text of [outbox, audit, JSON.stringify(sessions)]) expect(text).not.toMatch(/童话|花生|监护人\d/);
  expect(reads.map(({ purpose }) => purpose.replace("children-activities.", ""))).toEqual(expect.arrayContaining(["lead", "keep"]));
  expect(after.filter(({ state }: any) => state === "collected" || state === "alone")).toHaveLength(29);
  expect((await stage.sessionOn("2027-07-15")).enrolled).toBe(29);
});
