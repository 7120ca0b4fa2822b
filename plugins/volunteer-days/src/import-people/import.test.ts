import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 2, posts: [members(1)], untilOn: "2026-09-24" });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

async function send(path: string, lines: readonly string[], as = "secretary") {
  const boundary = "x7";
  const file = `Content-Disposition: form-data; name="file"; filename="名单.csv"\r\nContent-Type: text/csv\r\n\r\n${lines.join("\n")}`;
  const answer = await stage.app.app.http.inject({
    method: "POST",
    url: `/api/volunteer-days${path}`,
    headers: { "x-lianxin": "1", cookie: as, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\n${file}\r\n--${boundary}--\r\n`,
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("a list of people is signed up in its order by the rules of signing up, and a line that is refused is named", async () => {
  const { id } = await stage.day("2026-09-17");
  const list = [
    "姓名,手机,小区,年龄段,家长同意",
    "何志远,19900000001,小区1,,",
    "沈玉兰,19900000002,小区1,,",
    "周海燕,1990,小区2,,",
    "郑小满,19900000004,小区2,16-17岁,否",
    "罗婷,19900000005,小区9,,",
    "吴美华,19900000006,,,",
  ];

  const { body } = await send(`/days/${id}/sign-ups/import`, list);
  const again = await send(`/days/${id}/sign-ups/import`, list);

  expect([body.confirmed, body.waiting, body.known]).toEqual([2, 1, 0]);
  expect(body.refused.map(({ line }: any) => line)).toEqual([4, 5, 6]);
  expect(body.refused.map(({ problem }: any) => problem)).toEqual([
    expect.stringContaining("手机号"),
    expect.stringContaining("16–17 岁要家长同意"),
    expect.stringContaining("小区9"),
  ]);
  expect([again.body.confirmed, again.body.waiting, again.body.known]).toEqual([0, 0, 3]);
  expect((await stage.posts(id)).map(({ taken, waiting }) => [taken, waiting])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

test("a list of people goes on the rota with what is written of them, twice the same is once", async () => {
  const path = `/series/${stage.seriesId}/volunteers/import`;
  const list = [
    "姓名,手机,可当组长,候补,熟悉的小区,会什么,年龄段,家长同意日期",
    "何志远,19900000001,是,,小区1、小区2,急救,,",
    "郑小满,19900000004,,是,,,16-17岁,2026-09-01",
    "罗婷,19900000005,,,,,16-17岁,",
    "吴美华,19900000006,,,小区9,,,",
  ];

  const { body } = await send(path, list);
  await send(path, list);

  expect(body.enrolled).toBe(2);
  expect(body.refused.map(({ line, problem }: any) => [line, problem])).toEqual([
    [4, expect.stringContaining("家长同意")],
    [5, expect.stringContaining("小区9")],
  ]);
  const { volunteers } = (await stage.call("GET /volunteers")).body;
  const facts = volunteers.map(({ name, mayLead, isReserve, skills, knownSiteIds }: any) => [name, mayLead, isReserve, skills, knownSiteIds.length]);
  expect(facts.sort()).toEqual([
    ["何志远", true, false, "急救", 2],
    ["郑小满", false, true, null, 0],
  ]);
});

test("what is no list is refused with what to do, and who may not sign others up imports nobody", async () => {
  const { id } = await stage.day("2026-09-17");

  const odd = await send(`/days/${id}/sign-ups/import`, ["今天天气很好"]);
  const stranger = await send(`/days/${id}/sign-ups/import`, ["姓名,手机", "何志远,19900000001"], "he");

  expect([odd.status, odd.body.code, odd.body.field]).toEqual([422, "volunteer-days.fileUnreadable", "body.file"]);
  expect([stranger.status, stranger.body.code]).toEqual([403, "kit.notAllowed"]);
});
