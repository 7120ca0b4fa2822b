import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

test("nothing can be planned where nobody confirmed the duties, and a duty left out is named", async () => {
  const off = await setStage({ isConfirmed: false });
  const params = { path: off.community.path };

  const home = await off.call("POST /homes", { body: { venueId: off.homeId, directorId: off.luo, rooms: [] } });
  const half = await off.call("POST /places/:path/duties", { params, body: { agreed: [1, 2, 3, 4, 5] } });
  const worker = await off.call("POST /places/:path/duties", { params, as: "luo", body: { agreed: [1, 2, 3, 4, 5, 6] } });

  expect([home, half, worker].map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    "409 children-activities.notConfirmed",
    "422 children-activities.dutyOpen",
    "403 kit.notAllowed",
  ]);
  await off.app.close();
});

test("turning it off again stops what would be published", async () => {
  const adults = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, adults);
  await stage.must("POST /places/:path/duties/end", { params: { path: stage.community.path } });

  const { body } = await stage.call("POST /programmes/:programmeId/publish", { params: { programmeId } });

  expect(body.code).toBe("children-activities.notConfirmed");
});

test("where it was turned off nothing new begins: no child, no adult, no home, no plan, no change, no enrolment, no open door", async () => {
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const childId = await stage.aChild(1);
  const programmeId = await publishPlan(stage, adults);
  await stage.must("POST /places/:path/duties/end", { params: { path: stage.community.path } });
  const { homeId: _, ...words } = planBody(stage.homeId);
  const asked = [
    stage.call("POST /programmes", { body: planBody(stage.homeId) }),
    stage.call("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...words, version: 1 } }),
    stage.call("POST /places/:path/adults", { params: { path: stage.path }, body: { personId: stage.luo, kind: "volunteer", isWoman: true } }),
    stage.call("POST /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId }, body: stage.childBody(2) }),
    stage.call("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: [childId] } }),
  ];
  const codes = (await Promise.all(asked)).map(({ body }) => body.code);
  stage.app.ports.setTime("2027-07-12T08:20");
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  const opened = await stage.call("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });

  expect(new Set([...codes, opened.body.code])).toEqual(new Set(["children-activities.notConfirmed"]));
});
