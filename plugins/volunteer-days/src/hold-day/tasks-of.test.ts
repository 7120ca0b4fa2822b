import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { members, setStage, type Stage } from "../testing/stage.js";
import { tasksOf } from "./tasks-of.js";

const day = { originalOn: "2026-09-17", heldOn: "2026-09-17" };
const posts = [
  { id: "a", siteId: "A", work: "楼道、扶手、小广告、堆积物、绿化" },
  { id: "lead", siteId: "A", work: "楼道、扶手、小广告、堆积物、绿化" },
  { id: "b", siteId: "B", work: "打扫、楼道" },
];
const aPost = fc.constantFrom("a", "lead", "b");
const asked = fc.array(fc.record({ firstPostId: aPost, postId: aPost, ageBand: fc.constantFrom("adult", "youth", "child") }), { minLength: 1, maxLength: 12 });
const numbered = <T>(people: readonly T[]) => people.map((one, i) => ({ id: `s${i}`, number: i + 1, ...one }));

test("nobody's task changes when others come after them or are moved, and a minor has none but those for minors (seed 20261128)", () => {
  const holds = (people: (typeof asked extends fc.Arbitrary<infer T> ? T : never)[number][], kept: number) => {
    const own = numbered(people)[kept % people.length]!;
    const stayed = numbered(people).map((one) => (one.id === own.id ? one : { ...one, postId: one.firstPostId }));

    const now = tasksOf(day, posts, numbered(people));

    expect(now.get(own.id)).toBe(tasksOf(day, posts, stayed.slice(0, own.number)).get(own.id));
    const work = posts.find(({ id }) => id === own.postId)!.work;
    expect(own.ageBand === "adult" ? work.split("、") : ["绿化", "打扫"]).toContain(now.get(own.id));
    expect(work).toContain(now.get(own.id));
  };

  fc.assert(fc.property(asked, fc.nat(11), holds), { seed: 20261128 });
});

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ posts: [members(6)] });
});
afterAll(() => stage.app.close());

test("what somebody was told to do stays on their page and the day's page, also of a day put off, while others cancel, are moved and come late", async () => {
  const { id: dayId } = await stage.day("2026-09-17");
  const [here, there] = [...new Set((await stage.posts(dayId)).map(({ siteId }) => siteId))] as [string, string];
  const links: string[][] = [];
  for (let n = 1; n <= 5; n++) links.push((await stage.join(dayId, n, { siteId: here })).body.link.split("/").slice(-2));
  const other = (await stage.join(dayId, 6, { siteId: there })).body.link.split("/").slice(-2);
  const of = ([signUpId, key]: string[]) => ({ params: { signUpId: signUpId!, key: key! }, as: null });
  const taskOf = async (n: number) => (await stage.call("GET /public/sign-ups/:signUpId/:key", of(links[n - 1]!))).body.task;
  const told = [await taskOf(4), await taskOf(5)];

  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", of(links[0]!));
  await stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId: links[1]![0]! }, body: { siteId: there, isTry: false } });
  await stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId: other[0]! }, body: { siteId: here, isTry: false } });
  await stage.join(dayId, 7, { siteId: here });
  await stage.call("PUT /days/:dayId", { params: { dayId }, body: { heldOn: "2026-09-22" } });

  const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId } })).body;
  const people: any[] = teams[0].people;
  const onPage = ["4", "5"].map((code) => people.find((one) => one.code === code).task);
  expect(people.map(({ code }) => code)).toEqual(["3", "4", "5", "6", "7"]);
  expect(new Set(told).size).toBe(2);
  expect([[await taskOf(4), await taskOf(5)], onPage]).toEqual([told, told]);
});
