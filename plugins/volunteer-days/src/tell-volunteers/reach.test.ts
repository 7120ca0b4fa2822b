import { afterEach, expect, test } from "vitest";
import { members, phoneOf, setStage, type Stage, type StageOptions } from "../testing/stage.js";

let stage: Stage;
afterEach(() => stage.app.close());

async function openStage(options: StageOptions): Promise<string> {
  stage = await setStage({ posts: [members(5, 1)], ...options });
  return (await stage.day("2026-09-17")).id;
}
const enrol = (name: string, phone: string) =>
  stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name, phone, ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
  });
const publish = (dayId: string) => stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: stage.seriesId }, body: { dayIds: [dayId] } });
const cancel = (dayId: string) => stage.call("POST /days/:dayId/cancel", { params: { dayId }, body: { reason: "rain" } });

test("without a gateway nobody is said to be told: publishing, moving and calling off name whom the desk has to ring", async () => {
  const dayId = await openStage({ channels: ["mail"] });
  await enrol("吴美华", phoneOf(1));
  await enrol("徐梅", phoneOf(2));

  const published = (await publish(dayId)).body;
  const moved = (await stage.call("PUT /days/:dayId", { params: { dayId }, body: { startTime: "09:00" } })).body;
  const off = (await cancel(dayId)).body;
  const back = (await stage.call("POST /days/:dayId/restore", { params: { dayId }, body: {} })).body;

  expect(published.placed).toBe(2);
  for (const { told, toCall } of [published, moved, off, back]) expect([told, [...toCall].sort()]).toEqual([0, ["吴美华", "徐梅"]]);
});

test("with a gateway whom a text reaches is counted, and who has a landline or no number is to be rung up", async () => {
  const dayId = await openStage({});
  await enrol("吴美华", phoneOf(1));
  await enrol("徐梅", "01082345678");
  await publish(dayId);
  await stage.call("POST /days/:dayId/sign-ups/others", { params: { dayId }, body: { name: "周阿婆" } });

  const { told, toCall } = (await cancel(dayId)).body;

  expect([told, [...toCall].sort()]).toEqual([1, ["周阿婆", "徐梅"].sort()]);
});

test("somebody moved to another site is told, or named to be rung up; a mere try names nobody", async () => {
  const dayId = await openStage({ channels: ["mail"] });
  const [first, other] = await stage.posts(dayId);
  const { signUpId } = (await stage.join(dayId, 1, { postId: first.id })).body;
  const move = async (isTry: boolean) =>
    (await stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId }, body: { siteId: other.siteId, isTry } })).body;

  const [tried, moved] = [await move(true), await move(false)];

  expect([tried, moved].map(({ told, toCall }) => [told, toCall])).toEqual([
    [0, []],
    [0, ["志愿者1"]],
  ]);
});
