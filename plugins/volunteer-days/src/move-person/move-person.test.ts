import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { leaders, members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let posts: any[];
beforeEach(async () => {
  stage = await setStage({ sites: 3, posts: [leaders, members(2, 1)] });
  dayId = (await stage.day("2026-09-24")).id;
  posts = await stage.posts(dayId);
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const postAt = (site: number, kind = "member") => posts.find((post) => post.siteName === `小区${site}` && post.kind === kind);
const joinAt = async (n: number, site: number, on = dayId, all = posts) =>
  (await stage.join(on, n, { postId: all.find((post) => post.siteName === `小区${site}` && post.kind === "member").id })).body;
const move = (signUpId: string, site: number, isTry = false) =>
  stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId }, body: { siteId: postAt(site).siteId, isTry } });
const takenAt = async () => (await stage.posts(dayId)).filter(({ kind }) => kind === "member").map(({ taken }) => taken);

test("somebody goes to another site by their own number and link, is told where, and who waits for the place left behind gets it", async () => {
  const { signUpId } = await joinAt(1, 1);
  await joinAt(2, 1);
  const { signUpId: waits, state } = await joinAt(3, 1);

  const { body } = await move(signUpId, 2);

  expect([state, body]).toEqual(["waiting", { breaks: [], told: 1, toCall: [] }]);
  expect(await takenAt()).toEqual([2, 1, 0]);
  const told = (await stage.letters()).map(({ to, text }) => `${to} ${/去(小区\d)/.exec(text)?.[1]}`);
  expect(told.sort()).toEqual(["志愿者1 小区2", "志愿者3 小区1"]);
  expect((await stage.app.audited()).some(({ action, target }) => action === "volunteer-days.move" && target === signUpId)).toBe(true);
  expect(waits).not.toBe(signUpId);
});

test("what it breaks is said before it is done: the site of last week and of the next, a team below its least", async () => {
  const [last, next] = [await stage.day("2026-09-17"), await stage.day("2026-10-15")];
  await joinAt(1, 2, last.id, await stage.posts(last.id));
  await joinAt(1, 2, next.id, await stage.posts(next.id));
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: (await stage.day("2026-10-08")).id }, body: { reason: "rain" } });
  const { signUpId } = await joinAt(1, 1);

  const tried = (await move(signUpId, 2, true)).body.breaks;
  const before = await takenAt();
  await move(signUpId, 2);

  expect([tried, before, await takenAt()]).toEqual([
    ["lastWeek", "nextWeek", "short"],
    [1, 0, 0],
    [0, 1, 0],
  ]);
});

test("a site that is full, one that is not there, and a day that is over are refused, and nothing changes", async () => {
  const { signUpId } = await joinAt(1, 1);
  await joinAt(2, 2);
  await joinAt(3, 2);

  const full = await move(signUpId, 2);
  const same = await move(signUpId, 1);
  stage.app.ports.setTime("2026-09-24T11:00");
  const over = await move(signUpId, 3);

  expect([full.body.code, same.body.code, over.body.code]).toEqual(["siteFull", "postUnknown", "dayEnded"].map((code) => `volunteer-days.${code}`));
  expect(await takenAt()).toEqual([1, 2, 0]);
});

test("two moves to the last place at once: one has it", async () => {
  const [one, other] = [await joinAt(1, 1), await joinAt(2, 3)];
  await joinAt(4, 2);

  const answers = await Promise.all([move(one.signUpId, 2), move(other.signUpId, 2)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await takenAt())[1]).toBe(2);
});
