import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, setStage, type Stage } from "../testing/stage.js";
import { endOffers } from "./answer-offer.js";

let stage: Stage;
let dayId: string;
let links: string[];
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)], config: { offerMinutes: 120 } });
  dayId = (await stage.day("2026-09-24")).id;
  links = [];
  for (let n = 1; n <= 5; n++) links.push((await stage.join(dayId, n)).body.link);
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const byLink = (verb: string, n: number) => {
  const [signUpId, key] = links[n - 1]!.split("/").slice(-2) as [string, string];
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
};
const stateOf = async (n: number) => (await byLink("", n)).body.state;
const end = () => stage.app.write("volunteer-days", (ctx) => endOffers(ctx));

test("a free place is held for the first in line, who says yes in time; nobody is let in between", async () => {
  await byLink("/cancel", 1);
  const fresh = (await stage.join(dayId, 9)).body;
  const letters = await stage.letters();

  const yes = await byLink("/accept", 3);
  const twice = await byLink("/accept", 3);

  expect([fresh.state, fresh.queue]).toEqual(["waiting", 3]);
  expect(letters.map(({ to }) => to)).toEqual(["志愿者3"]);
  expect(letters[0]!.text).toContain("要来请在9月14日（周一）11:00前点");
  expect([yes.status, twice.body.code, await stateOf(3)]).toEqual([200, "volunteer-days.offerOver", "confirmed"]);
});

test("who does not answer in time leaves it to the next, and may sign up again; both are told once", async () => {
  await byLink("/cancel", 1);
  stage.app.ports.setTime("2026-09-14T11:01");

  const [first, second] = [await end(), await end()];

  expect([first, second, await stateOf(3), await stateOf(4)]).toEqual([1, 0, "cancelled", "offered"]);
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["志愿者3", "志愿者4"]);
  expect((await byLink("/accept", 3)).body.code).toBe("volunteer-days.offerOver");
  expect((await stage.join(dayId, 3)).body.state).toBe("waiting");
});

test("an offered place that is turned down goes on at once", async () => {
  await byLink("/cancel", 1);

  await byLink("/cancel", 3);

  expect([await stateOf(3), await stateOf(4), await stateOf(5)]).toEqual(["cancelled", "offered", "waiting"]);
});

test("at night nobody is written to: the letter waits until seven, and the time to answer begins then", async () => {
  stage.app.ports.setTime("2026-09-14T23:30");
  await byLink("/cancel", 1);

  const [row] = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").execute();

  expect([row!.createdAt, row!.runAt]).toEqual(["2026-09-14T15:30:00.000Z", "2026-09-14T23:00:00.000Z"]);
  expect((await byLink("", 3)).body.offeredUntil).toBe("2026-09-15T01:00:00.000Z");
});

test("shortly before the start there is no time to ask: the place is theirs at once", async () => {
  stage.app.ports.setTime("2026-09-24T06:50");

  await byLink("/cancel", 1);

  expect(await stateOf(3)).toBe("confirmed");
});
