import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textOfDocument } from "../test-documents.js";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aBody, aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const { app, people, organizations } = council;
  const parties = [
    { name: "组织部", seats: [{ personId: people["王秀珍"]! }] },
    { name: "住建局", organizationId: organizations["住建局"]!, seats: [{ personId: people["刘工"]! }] },
  ];
  const bodyId = await aBody(app, { parties, template: "assignment", name: "问题交办会" });
  meetingId = await aMeeting(app, { bodyId, startsAt: "2026-09-09T14:30" });
});
afterEach(() => council.app.close());

test("a deputy sits for 住建局: entered for who cannot come, shown in the room, and in the record as who for whom", async () => {
  const { app } = council;
  const substituteId = await aPerson(app, { fullName: "周工" });
  const recorder = recorderOf(app, meetingId);
  const seatOf = async (name: string) => (await recorder.room()).body.people.find((person: { name: string }) => person.name === name);
  const inviteeId = (await seatOf("刘工")).id;

  const answered = await app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", {
    params: { meetingId, inviteeId },
    body: { answer: "not_coming", substituteId },
  });
  app.ports.setTime("2026-09-09T14:30");
  await recorder.comeIn(2);
  await recorder.send({ kind: "open" });
  const { items } = (await recorder.room()).body;
  await recorder.send({ kind: "finishItem", itemId: items[0].id });
  await recorder.send({ kind: "close" });

  expect([answered.status, await seatOf("刘工")]).toMatchObject([200, { substituteName: "周工", isThere: true, rsvp: "not_coming" }]);
  for (const paper of ["record.docx", "minutes.docx"])
    expect(await textOfDocument(app, `/api/meetings/meetings/${meetingId}/${paper}`)).toContain("周工（代 刘工）");
});

test("a deputy who turns up when the meeting has begun is still entered; not by the member, and not for who was there already", async () => {
  const { app } = council;
  const substituteId = await aPerson(app, { fullName: "周工" });
  const recorder = recorderOf(app, meetingId);
  const seats = (await recorder.room()).body.people as { id: string; name: string }[];
  const [wang, liu] = [seats.find(({ name }) => name === "王秀珍")!, seats.find(({ name }) => name === "刘工")!];
  const answer = (inviteeId: string) =>
    app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params: { meetingId, inviteeId }, body: { answer: "not_coming", substituteId } });
  app.ports.setTime("2026-09-09T14:30");
  await recorder.send({ kind: "checkIn", inviteeId: wang.id });
  const opened = await recorder.send({ kind: "open" });

  const [late, gone] = [await answer(liu.id), await answer(wang.id)];
  const came = await recorder.send({ kind: "checkIn", inviteeId: liu.id });
  const again = await answer(liu.id);

  expect(opened.status).toBe(200);
  expect([late.status, gone.body.code, again.body.code]).toEqual([200, "meetings.stateWrong", "meetings.wasThere"]);
  expect(came.body.room.people.find(({ id }: { id: string }) => id === liu.id)).toMatchObject({ isThere: true, substituteName: "周工" });
});

test("who sits here already cannot sit for another, and who comes needs no deputy", async () => {
  const { app, people } = council;
  const [{ id: inviteeId }] = (await recorderOf(app, meetingId).room()).body.people.filter(({ name }: { name: string }) => name === "刘工");
  const answer = (body: object) => app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params: { meetingId, inviteeId }, body });

  const seated = await answer({ answer: "not_coming", substituteId: people["王秀珍"] });
  const coming = await answer({ answer: "coming", substituteId: people["何志远"] });

  expect([seated, coming].map(({ status, body }) => [status, body.code])).toEqual([
    [422, "meetings.substituteWrong"],
    [422, "meetings.substituteWrong"],
  ]);
});
