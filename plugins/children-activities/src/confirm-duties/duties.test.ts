import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

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
