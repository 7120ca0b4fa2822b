import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let code: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T14:50");
  code = /签到码 (\d{6})/.exec(await sheet())![1]!;
});
afterEach(() => council.app.close());

const sheet = async () => (await council.app.call("GET /meetings/:meetingId/door-sheet", { params: { meetingId } })).text;
const checkIn = (body: object = {}, as: string | null = null) => council.app.call("POST /public/check-ins", { as, body: { meetingId, code, ...body } });
const people = async () => (await recorderOf(council.app, meetingId).room()).body.people as { name: string; isThere: boolean }[];
const there = async () => (await people()).filter(({ isThere }) => isThere).map(({ name }) => name);

test("who stands at the door checks in by name without an account, and by no name when signed in", async () => {
  const [named, signedIn] = [await checkIn({ name: " 周 兰 " }), await checkIn({}, "hezhiyuan")];

  expect([named.status, signedIn.status, (await there()).sort()]).toEqual([200, 200, ["何志远", "周兰"].sort()]);
  expect(await sheet()).toContain(`/meetings/check-in?meeting=${meetingId}&amp;code=${code}`);
});

test("a wrong code, a name that is not on the list, no name at all and a second time are refused by their codes", async () => {
  const wrong = await checkIn({ name: "周兰", code: code === "000000" ? "000001" : "000000" });
  const stranger = await checkIn({ name: "周红" });
  const nobody = await checkIn();
  await checkIn({ name: "周兰" });
  const twice = await checkIn({ name: "周兰" });

  expect([wrong, stranger, nobody, twice].map(({ status, body }) => [status, body.code])).toEqual([
    [422, "meetings.doorCodeWrong"],
    [422, "meetings.notOnList"],
    [422, "meetings.nameNeeded"],
    [409, "meetings.alreadyThere"],
  ]);
  expect(await there()).toEqual(["周兰"]);
});

test("the code of one meeting opens no other, and the day before nobody is there yet", async () => {
  const other = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-10T15:00" });

  const elsewhere = await council.app.call("POST /public/check-ins", { as: null, body: { meetingId: other, code, name: "周兰" } });
  council.app.ports.setTime("2026-09-08T14:50");
  const early = await checkIn({ name: "周兰" });

  expect([elsewhere.body.code, early.body.code]).toEqual(["meetings.doorCodeWrong", "meetings.tooEarly"]);
});

test("it is a command of the log, so that the record has when they came", async () => {
  await checkIn({ name: "周兰" });

  const log = await council.app.write<{ kind: string; device: string }[]>("meetings", ({ db }) =>
    db.selectFrom("meetings_command").select(["kind", "device"]).execute(),
  );

  expect(log).toEqual([{ kind: "checkIn", device: "door" }]);
});
