import { afterEach, beforeEach, expect, test } from "vitest";
import { linkIn } from "../testing/story-stage.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";
import { sendList } from "../testing/send-list.js";

let stage: Stage;
let say: (body: object) => Promise<any>;
const asked = { name: "何志远", phone: phoneOf(1), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] };
const enrol = (body: object = asked) => stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
const list = async () => (await stage.call("GET /volunteers")).body.volunteers.map(({ name }: any) => name);
const head = "姓名,手机,又答应了";
const bring = (how: string, ...lines: string[]) => sendList(stage, `/series/${stage.seriesId}/volunteers/import${how}`, [head, ...lines]);
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)] });
  await enrol();
  const { id } = await stage.day("2026-09-17");
  await stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: stage.seriesId }, body: { dayIds: [id] } });
  const [signUpId, key] = linkIn((await stage.letters())[0]!.text);
  say = (body) => stage.call("POST /public/sign-ups/:signUpId/:key/rota", { as: null, params: { signUpId, key }, body });
  await say({ act: "leave" });
});
afterEach(() => stage.app.close());

test("the monthly list leaves those out who said to be put on the rota no more, and says since when", async () => {
  const lines = ["何志远,19900000001,", "张桂英,19900000002,"];

  const { body: look } = await bring("/preview", ...lines);
  const { body } = await bring("", ...lines);

  const told = [
    [2, "left", "9月14日（周一）说过不再排班，不加"],
    [3, "new", ""],
  ];
  for (const { lines: said } of [look, body]) expect(said.map(({ line, becomes, changes }: any) => [line, becomes, changes])).toEqual(told);
  expect(await list()).toEqual(["张桂英"]);
});

test("an age as people write it is read as the band it lies in", async () => {
  const lines = ["张桂英,19900000002,67", "罗婷,19900000003,16岁", "李小满,19900000004,12"];

  const { body } = await sendList(stage, `/days/${(await stage.day("2026-09-24")).id}/sign-ups/import/preview`, ["姓名,手机,年龄", ...lines]);

  expect([body.lines.map(({ name }: any) => name), body.refused.map(({ line }: any) => line)]).toEqual([["张桂英"], [3, 4]]);
  expect(body.refused.filter(({ problem }: any) => problem.includes("应填"))).toEqual([]);
});

test("whom the list says to have agreed again is on the rota, and off it by their own word once the list is taken back", async () => {
  const { body } = await bring("", "何志远,19900000001,是");
  const during = await list();

  await stage.call("POST /rota-imports/:importId/undo", { params: { importId: body.importId } });

  expect([body.lines[0].becomes, during, await list()]).toEqual(["new", ["何志远"], []]);
  expect([(await say({ act: "back" })).status, await list()]).toEqual([200, ["何志远"]]);
});

test("the form does not put them back either unless they said yes again, whether they left themselves or at the desk", async () => {
  const refused = await enrol();
  const { body } = await enrol({ ...asked, agreedAgain: true });
  await stage.call("POST /volunteers/:volunteerId/leave", { params: { volunteerId: body.id } });
  const atDesk = await enrol();

  expect(refused.body).toMatchObject({ code: "volunteer-days.rotaLeft", field: "body.agreedAgain", message: "何志远 9月14日（周一）说过不再排班" });
  expect([atDesk.body.code, await list()]).toEqual(["volunteer-days.rotaLeft", []]);
});
