import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
});
afterEach(() => council.app.close());

const people = async () =>
  (await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } })).body.people as {
    id: string;
    name: string;
    rsvp: string;
    substituteName: string | null;
  }[];
const idOf = async (name: string): Promise<string> => (await people()).find((person) => person.name === name)!.id;

test("an invited person answers for themselves and finds the meeting among theirs", async () => {
  await council.app.call("POST /meetings/:meetingId/own-answer", { as: "hezhiyuan", params: { meetingId }, body: { answer: "coming" } });

  const { body } = await council.app.call("GET /mine", { as: "hezhiyuan" });

  expect(body.meetings).toMatchObject([{ id: meetingId, rsvp: "coming", kind: "voting", number: "〔2026〕第 9 次", venueName: "二楼议事室" }]);
});

test("an answer given by telephone is entered for somebody, with who comes instead", async () => {
  const deputy = council.people["李建平"]!;
  const params = { meetingId, inviteeId: await idOf("吴琴") };

  const refused = await council.app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", {
    params,
    body: { answer: "not_coming", substituteId: deputy },
  });
  const { status } = await council.app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params, body: { answer: "not_coming" } });

  expect([refused.body.code, status]).toEqual(["meetings.substituteWrong", 200]);
  expect((await people()).find(({ name }) => name === "吴琴")).toMatchObject({ rsvp: "not_coming", substituteName: null });
});

test("one person sits in for as many members as the rules let anybody be named for, and answering again changes nothing", async () => {
  const deputy = await aPerson(council.app, { fullName: "钱卫东", placeId: council.compoundId });
  const sitIn = async (name: string) =>
    council.app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", {
      params: { meetingId, inviteeId: await idOf(name) },
      body: { answer: "not_coming", substituteId: deputy },
    });

  const answers = [await sitIn("吴琴"), await sitIn("吴琴"), await sitIn("陈国强")];

  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([200, 200, "meetings.tooManySeats"]);
  expect([answers[2]!.body.field, answers[2]!.body.params]).toEqual(["body.substituteId", { name: "钱卫东", most: 1 }]);
});

test("who was told is ticked off by name and way, and phones stay masked", async () => {
  const inviteeIds = [await idOf("何志远"), await idOf("周兰")];

  const ticked = await council.app.call("POST /meetings/:meetingId/told", { params: { meetingId }, body: { inviteeIds, by: "phone" } });
  const { body } = await council.app.call("GET /meetings/:meetingId/call-list", { params: { meetingId } });

  expect(ticked.body).toEqual({ told: 2 });
  expect([body.told, body.expected]).toEqual([2, 22]);
  expect(body.people.find((p: { name: string }) => p.name === "何志远")).toMatchObject({ phone: "199****1000", toldBy: "phone", toldOn: "2026-09-03" });
});

test("who is not invited, not on the list or not yet announced is refused", async () => {
  const draftId = await aMeeting(council.app, { bodyId: council.bodyId });
  const strangers = [
    await council.app.call("POST /meetings/:meetingId/told", { params: { meetingId }, body: { inviteeIds: ["nobody"], by: "phone" } }),
    await council.app.call("POST /meetings/:meetingId/told", { params: { meetingId: draftId }, body: { inviteeIds: ["nobody"], by: "phone" } }),
    await council.app.call("POST /meetings/:meetingId/own-answer", { as: "unknown", params: { meetingId }, body: { answer: "coming" } }),
  ];

  expect(strangers.map(({ body }) => body.code)).toEqual(["meetings.inviteeUnknown", "meetings.stateWrong", "meetings.notInvited"]);
});

test("who sits in gets a letter with a calendar entry, sees the meeting among theirs, and is told when they need not come", async () => {
  const channels = [{ kind: "mail" as const, address: "qianweidong@example.org" }];
  const deputy = await aPerson(council.app, { fullName: "钱卫东", placeId: council.compoundId, channels, account: "qianweidong" });
  const params = { meetingId, inviteeId: await idOf("吴琴") };
  const answer = (body: object) => council.app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params, body });
  const letters = async () => {
    const { kit } = council.app.app.platform.database;
    const rows = await kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "mail").where("dedupeKey", "like", `%/${deputy}/%`).orderBy("id").execute();
    return rows.map(({ payload }) => JSON.parse(payload) as { subject: string; calendar: { method: string } });
  };
  const told = async () => (await letters()).map(({ subject, calendar }) => [subject.split("：")[0], calendar.method]);
  await answer({ answer: "not_coming", substituteId: deputy });
  await answer({ answer: "not_coming" });
  const asked = await told();
  const own = (await council.app.call("GET /mine", { as: "qianweidong" })).body.meetings;
  const sheet = await council.app.call("GET /meetings/:meetingId/sign-in-sheet", { params: { meetingId } });

  await answer({ answer: "coming" });

  expect(asked).toEqual([["请您代吴琴参加", "REQUEST"]]);
  expect(own).toMatchObject([{ id: meetingId, memberName: "吴琴" }]);
  expect(sheet.text).toContain("钱卫东（代 吴琴）");
  expect((await told()).slice(1)).toEqual([["不用代吴琴参加了", "CANCEL"]]);
  expect((await council.app.call("GET /mine", { as: "qianweidong" })).body.meetings).toEqual([]);
});

test("whoever is asked reads the meeting without a role of their own; a stranger does not, and neither before it is announced", async () => {
  const room = (as: string, path = "invited-room", id = meetingId) => council.app.call(`GET /meetings/:meetingId/${path}`, { as, params: { meetingId: id } });
  await aPerson(council.app, { fullName: "钱卫东", placeId: council.compoundId, account: "qianweidong" });
  const draft = (
    await council.app.call("POST /bodies/:bodyId/meetings", {
      params: { bodyId: council.bodyId },
      body: { title: "下次", items: [{ title: "通报", minutes: 20 }] },
    })
  ).body.id;

  expect([(await room("hezhiyuan", "room")).status, (await room("hezhiyuan")).status]).toEqual([403, 200]);
  expect([(await room("qianweidong")).status, (await room("hezhiyuan", "invited-room", draft)).status]).toEqual([404, 404]);
});
