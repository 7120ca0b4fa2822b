import { afterEach, beforeEach, expect, test } from "vitest";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";
import { readSkills } from "./skills.js";

const firstAid = { kind: "skilled", title: "急救", skill: "急救", least: 1, most: 1, isAdultsOnly: true } as const;
let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [firstAid, members(2, 1)], untilOn: "2026-09-24" });
});
afterEach(() => stage.app.close());

const enrol = (n: number, skills?: string) =>
  stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [], ...(skills && { skills }) },
  });

test("what somebody can do is read however it is written", () => {
  expect([readSkills("急救、电工"), readSkills(" 急救，电工 "), readSkills(null)]).toEqual([["急救", "电工"], ["急救", "电工"], []]);
});

test("the rota gives the post for a skill to who has it, and every place can be explained", async () => {
  await enrol(1);
  await enrol(2, "电工、急救");
  await enrol(3);

  const { days } = (await stage.call("GET /series/:seriesId/rota", { params: { seriesId: stage.seriesId } })).body;

  const kinds = days.map(({ cells }: any) =>
    cells
      .flatMap(({ proposed }: any) => proposed)
      .map(({ name, kind }: any) => `${name} ${kind}`)
      .sort(),
  );
  expect(kinds).toEqual([["志愿者1 member", "志愿者2 skilled", "志愿者3 member"], []]);
  const { volunteers } = (await stage.call("GET /volunteers")).body;
  expect(volunteers.map(({ skills }: any) => skills)).toEqual([null, "电工、急救", null]);
});

test("who signs up is not given it without the skill, and is with it", async () => {
  await enrol(2, "急救");
  const { id } = await stage.day("2026-09-17");
  const post = (await stage.posts(id)).find(({ kind }) => kind === "skilled");

  const [stranger, able, anywhere] = [await stage.join(id, 1, { postId: post.id }), await stage.join(id, 2, { postId: post.id }), await stage.join(id, 1)];

  expect([stranger.status, stranger.body.code]).toEqual([409, "volunteer-days.skillNeeded"]);
  expect([able.body.state, able.body.postTitle]).toEqual(["confirmed", "急救"]);
  expect([anywhere.body.state, anywhere.body.postTitle]).toEqual(["confirmed", "打扫"]);
});

test("a post for a skill that names none is refused, and so is one that names a skill it is not for", async () => {
  const add = (post: object) =>
    stage.call("POST /series/:seriesId/sites", {
      params: { seriesId: stage.seriesId },
      body: { placeId: stage.community.placeId, work: "绿化", posts: [post] },
    });

  const refused = [await add({ ...firstAid, skill: "" }), await add({ ...members(2), skill: "急救" })];

  expect(refused.map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.skillOdd", "body.posts"],
    ["volunteer-days.skillOdd", "body.posts"],
  ]);
});
