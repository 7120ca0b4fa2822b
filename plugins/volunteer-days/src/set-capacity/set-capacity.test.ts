import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let postId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(5, 4)] });
  dayId = (await stage.day("2026-09-17")).id;
  postId = (await stage.posts(dayId))[0].id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const set = (body: object, as = "secretary") => stage.call("PUT /days/:dayId/posts/:postId", { as, params: { dayId, postId }, body });
const placesOn = async () => (await stage.call("GET /days/:dayId", { params: { dayId } })).body.teams[0].places[0];

test("more places go to those who wait at once, in their order, and there are never fewer than people who have one", async () => {
  for (let n = 1; n <= 8; n++) await stage.join(dayId, n);

  const [fewer, more] = [await set({ most: 4 }), await set({ most: 7 })];

  expect([fewer.body.code, more.body]).toEqual(["volunteer-days.capacityBelow", { promoted: 2, before: { most: 5, least: 4 }, told: 2, toCall: [] }]);
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["志愿者6", "志愿者7"]);
  expect(await placesOn()).toMatchObject({ kind: "member", taken: 7, most: 7, waiting: 1 });
});

test("fewer places than the least lower it too, and what it was puts both back", async () => {
  const { before } = (await set({ most: 2 })).body;
  const lowered = (await stage.posts(dayId))[0];
  await set(before);

  expect([lowered.most, lowered.least]).toEqual([2, 2]);
  expect((await stage.posts(dayId))[0]).toMatchObject({ most: 5, least: 4 });
});

test("a day that is over, a post of another day and whoever may not plan change nothing", async () => {
  const [other] = await stage.posts((await stage.day("2026-09-24")).id);
  const odd = await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId, postId: other.id }, body: { most: 9 } });
  const refused = await set({ most: 9 }, "worker");
  stage.app.ports.setTime("2026-09-17T10:30");
  const over = await set({ most: 9 });

  expect([odd.body.code, refused.status, over.body.code]).toEqual(["volunteer-days.postUnknown", 403, "volunteer-days.dayEnded"]);
  expect((await stage.posts(dayId))[0].most).toBe(5);
});

test("who is cancelled at the desk leaves the place to the line, and taken back stands at its end", async () => {
  const ids: string[] = [];
  for (let n = 1; n <= 6; n++) ids.push((await stage.join(dayId, n)).body.signUpId);
  const desk = (verb: "cancel" | "again", signUpId: string, as = "worker") => stage.call(`POST /sign-ups/:signUpId/${verb}`, { as, params: { signUpId } });

  const stranger = await desk("cancel", ids[0]!, "he");
  await desk("cancel", ids[0]!);
  const back = await desk("again", ids[0]!);
  await desk("cancel", ids[1]!);

  expect([stranger.status, back.body.state, back.body.queue]).toEqual([403, "waiting", 1]);
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["志愿者6", "志愿者1"]);
});

test("half an hour before the start more places at the desk go to those who wait, and once it has begun to whoever comes", async () => {
  for (let n = 1; n <= 7; n++) await stage.join(dayId, n);
  stage.app.ports.setTime("2026-09-17T08:00");
  const before = await set({ most: 6 });
  stage.app.ports.setTime("2026-09-17T08:31");
  const after = await set({ most: 7 });

  expect([before.body.promoted, after.body.promoted]).toEqual([1, 0]);
});
