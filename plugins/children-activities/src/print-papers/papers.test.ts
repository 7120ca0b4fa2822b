import { readSheet } from "@lianxin/documents";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const agreed = { data: true, participation: true, photo: false, health: false };

/** A session of 12 July with these children, all there; gives its id. */
async function openWith(names: readonly string[]): Promise<string> {
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { account: "zhao" })];
  const programmeId = await publishPlan(stage, adults);
  const childIds = [];
  for (const [n, name] of names.entries()) childIds.push(await stage.aChild(n, { name, consents: { ...agreed, photo: n % 2 === 0 } }));
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  stage.app.ports.setTime("2027-07-12T08:20");
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  const board = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  for (const { id } of board.posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
  for (const { attendanceId } of board.children) await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  return sessionId;
}

test("the consent sheet has today's wording with a yes and a no for each purpose, and no child on it", async () => {
  await stage.aChild(1, { name: "周小禾" });
  const { status, headers, text } = await stage.call("GET /homes/:homeId/consent-sheet", { as: "luo", params: { homeId: stage.homeId } });

  expect([status, headers["content-type"], text.split("□同意　□不同意").length - 1]).toEqual([200, "text/html; charset=utf-8", 4]);
  for (const part of ["上湾村儿童之家", "罗婷", "2026-1", "不同意拍照不影响参加"]) expect(text).toContain(part);
  expect(text).not.toContain("周小禾");
});

test("badges say who is not photographed and nothing of health, and their printing is in the access log", async () => {
  const sessionId = await openWith(["周小禾", "吴小满"]);
  const [own, secretary] = await Promise.all(["luo", "secretary"].map((as) => stage.call("GET /sessions/:sessionId/badges", { as, params: { sessionId } })));
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });

  expect([own!.text.split("不拍照").length - 1, own!.text.includes("周小禾"), secretary!.status]).toEqual([1, true, 403]);
  expect((await stage.reads(children[0].id)).map(({ purpose }) => purpose)).toContain("children-activities.print");
});

test("in the attendance ledger who was expected at a session that is over did not come", async () => {
  await openWith(["周小禾"]);
  const { sessions } = await stage.must("GET /mine", { as: "luo" });
  const write = (set: object) =>
    stage.app.write("children-activities", ({ db }) =>
      db.updateTable("children_activities_attendance").set(set).where("sessionId", "=", sessions[0].id).execute(),
    );
  await write({ state: "enrolled", arrivedAt: null });
  await stage.must("POST /sessions/:sessionId/close", { as: "luo", params: { sessionId: sessions[0].id } });
  const url = `/api/children-activities/homes/${stage.homeId}/attendance?month=2027-07`;
  const answer = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: "luo", "x-lianxin": "1" } });
  const text = JSON.stringify(readSheet(answer.rawPayload, "台账.xlsx").sheets[0]!);

  expect([text.includes("没来"), text.includes("还没到")]).toEqual([true, false]);
});

test("in the attendance ledger a name that begins like a formula is text, and an erased child's row stays without a name", async () => {
  await openWith(["=1+1", "@SUM(A1)", "周小苗"]);
  const params = { homeId: stage.homeId };
  const ledger = async () => {
    const url = `/api/children-activities/homes/${stage.homeId}/attendance?month=2027-07`;
    const answer = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: "luo", "x-lianxin": "1" } });
    return readSheet(answer.rawPayload, "台账.xlsx").sheets[0]!;
  };
  const first = JSON.stringify(await ledger());
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params });
  const id = (
    await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId: (await stage.must("GET /mine", { as: "luo" })).sessions[0].id } })
  ).children.find(({ childId }: any) => childId === children[2].id).attendanceId;
  const at = { as: "luo", params: { attendanceId: id } };
  const { collectors } = await stage.must("GET /attendances/:attendanceId/collectors", at);
  await stage.must("POST /attendances/:attendanceId/codes", at);
  const code = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  await stage.must("POST /attendances/:attendanceId/hand-over", { ...at, body: { collectorId: collectors[0].id, code } });
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId: children[2].id } });
  const second = JSON.stringify(await ledger());
  const [secretary, odd] = await Promise.all([
    stage.call("GET /homes/:homeId/attendance", { params, query: { month: "2027-07" } }),
    stage.call("GET /homes/:homeId/attendance", { as: "luo", params, query: { month: "2027-13" } }),
  ]);

  for (const name of ["=1+1", "@SUM(A1)", "周小苗"]) expect(first).toContain(name);
  expect(first).not.toContain("formula");
  expect([second.includes("周小苗"), second.includes("资料已删除")]).toEqual([false, true]);
  expect([secretary!.status, odd!.body.code]).toEqual([403, "children-activities.dayInvalid"]);
});

test("a guardian's link is given out by the home's director alone, and a new one makes the old one good for nothing", async () => {
  const childId = await stage.aChild(1);
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  const give = async (as = "luo") => stage.call("POST /guardians/:guardianId/link-sheet", { as, params: { guardianId } });
  const keyIn = (text: string): string => new RegExp(`/guardian/${guardianId}/([\\w-]{22})`).exec(text)![1]!;
  const ask = (key: string) => stage.call("POST /public/guardians/:guardianId/codes", { as: null, params: { guardianId }, body: { key } });

  const [first, second, secretary] = [await give(), await give(), await give("secretary")];
  const statuses = [(await ask(keyIn(first.text))).status, (await ask(keyIn(second.text))).status];
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId } });

  expect([first.status, secretary.status, statuses, (await give()).status]).toEqual([200, 403, [404, 200], 403]);
  expect(first.text).not.toMatch(/孩子1|监护人1/);
});

test("codes cannot be asked for without end: neither for a guardian's page nor to collect a child", async () => {
  const sessionId = await openWith(["周小禾"]);
  const { children } = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  const params = { attendanceId: children[0].attendanceId };
  const renew = [];
  for (let n = 0; n < 8; n++) renew.push((await stage.call("POST /attendances/:attendanceId/codes", { as: "luo", params })).status);
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  const { text } = await stage.call("POST /guardians/:guardianId/link-sheet", { as: "luo", params: { guardianId } });
  const key = new RegExp(`/guardian/${guardianId}/([\\w-]{22})`).exec(text)![1]!;
  const door = [];
  for (let n = 0; n < 7; n++)
    door.push((await stage.call("POST /public/guardians/:guardianId/codes", { as: null, params: { guardianId }, body: { key } })).status);

  expect(renew).toEqual([...Array<number>(7).fill(200), 429]);
  expect(door).toEqual([...Array<number>(6).fill(200), 429]);
});

test("the roll has each child with its reminders as marks and boxes for each count; the register says who may collect, who did, and leaves room to sign", async () => {
  const sessionId = await openWith(["周小禾", "吴小满"]);
  const at = { as: "luo", params: { sessionId } };
  const { children } = await stage.must("GET /sessions/:sessionId/board", at);
  const attendance = { as: "luo", params: { attendanceId: children[0].attendanceId } };
  const { collectors } = await stage.must("GET /attendances/:attendanceId/collectors", attendance);
  const { code } = await stage.must("POST /attendances/:attendanceId/codes", attendance);
  stage.app.ports.setTime("2027-07-12T10:58");
  await stage.must("POST /attendances/:attendanceId/hand-over", { ...attendance, body: { collectorId: collectors[0].id, code } });
  const ask = async (path: string, as: string) => stage.call(path, { as, params: { sessionId } });

  const [roll, register] = [await ask("GET /sessions/:sessionId/roll", "luo"), await ask("GET /sessions/:sessionId/pick-up-sheet", "zhao")];
  const refused = await Promise.all(["roll", "pick-up-sheet"].map((path) => ask(`GET /sessions/:sessionId/${path}`, "secretary")));

  for (const part of ["点名表 防溺水和阅读 08:30—11:00", "上湾村儿童之家", "周小禾", "吴小满", "08:20"]) expect(roll.text).toContain(part);
  expect([roll.text.split("□").length - 1, roll.text.split("不拍照").length - 1]).toEqual([10, 1]);
  expect(register.text.split("奶奶 接送人0（1000）").length - 1).toBe(2);
  for (const part of ["奶奶 接送人1（1001）", "10:58", "接的人签名"]) expect(register.text).toContain(part);
  expect(register.text).not.toMatch(/1990000\d{4}/);
  expect(refused.map(({ status }) => status)).toEqual([403, 403]);
});

test("the plan on paper says all it has to say, who signed and who did not, and no child", async () => {
  await openWith(["周小禾"]);
  const { programmes } = await stage.must("GET /programmes");
  const params = { programmeId: programmes[0].id };
  const [own, other] = [
    await stage.call("GET /programmes/:programmeId/plan-sheet", { params }),
    await stage.call("GET /programmes/:programmeId/plan-sheet", { as: "he", params }),
  ];

  for (const part of [
    "活动方案",
    "防溺水和阅读",
    "暑期托管，防溺水教育",
    "6–8 岁 8",
    "周一、周二",
    "08:30—11:00",
    "有人受伤先打 120",
    "活动意外险",
    "罗婷、赵文",
    "儿童主任：罗婷",
  ])
    expect(own.text).toContain(part);
  expect([own.text.includes("周小禾"), other.status]).toEqual([false, 403]);
});

test("the plan on paper names nobody whose check covers none of its dates", async () => {
  const adultIds = [
    await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }),
    await stage.anAdult("张强"),
    await stage.anAdult("陈国强", { checkedOn: "2026-07-03" }),
  ];
  const programmeId = await publishPlan(stage, adultIds);
  const { text } = await stage.call("GET /programmes/:programmeId/plan-sheet", { params: { programmeId } });

  expect(text).toContain("王芳、张强");
  expect(text).not.toContain("陈国强");
});
