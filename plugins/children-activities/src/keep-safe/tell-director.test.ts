import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import { phoneOf, type Stage } from "../testing/stage.js";

let stage: Stage;
let [sessionId, attendanceId] = ["", ""];
beforeEach(async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
});
afterEach(() => stage.app.close());
const at = (path: string, params: object, body: object = {}, as = "zhao") => stage.must(path, { as, params: { sessionId, ...params }, body });
/** The home gets a director who has a telephone and is not at the session. */
async function anotherDirector(): Promise<string> {
  const lin = await aPerson(stage.app, { fullName: "林海", account: "lin", placeId: stage.placeId, channels: [{ kind: "phone", address: phoneOf(3001) }] });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: lin } });
  return lin;
}
const lettersTo = async (to: string) => (await stage.letters()).filter((letter) => letter.to === to).map(({ text }) => text);
async function leave(name: string, as: string): Promise<void> {
  const { posts } = await at("GET /sessions/:sessionId/board", {}, {}, as);
  await at("POST /posts/:postId/leaving", { postId: posts.find((post: any) => post.name === name).id }, { reason: "发烧" }, as);
}

test("a director hears of what somebody else notes, without what it was or about whom, and of nothing they note themselves", async () => {
  const lin = await anotherDirector();
  const noted = await at("POST /sessions/:sessionId/incidents", {}, { kind: "accident", attendanceId, words: "擦破膝盖" });
  const reported = await at("POST /sessions/:sessionId/reports", {}, { office: "police" });
  await at("POST /sessions/:sessionId/incidents", {}, { kind: "other" }, "lin");

  const told = "儿童之家：7月12日 08:30“防溺水和阅读”有人记了一条要您看的事。请马上打开您的儿童之家，看“出了什么事”。";
  expect([noted.adults, reported.adults]).toEqual([[], []]);
  expect(await lettersTo(lin)).toEqual([told, told]);
});

test("who notes something is told which director no letter reaches", async () => {
  const { adults } = await at("POST /sessions/:sessionId/incidents", {}, { kind: "accident", attendanceId, words: "擦破膝盖" });

  expect(adults).toEqual(["罗婷"]);
});

test("a director who is elsewhere hears at once that the adults do not suffice any more, once for each spell", async () => {
  const lin = await anotherDirector();
  await leave("赵文", "zhao");
  const [told] = await lettersTo(lin);
  await leave("罗婷", "luo");

  expect(told).toMatch(/^儿童之家：7月12日 08:30“防溺水和阅读”现场：大人不够.*。请马上联系当班的大人，能来就来。$/);
  expect(await lettersTo(lin)).toHaveLength(1);
});

test("a director who is in the room reads it on the board and gets no letter", async () => {
  const lin = await anotherDirector();
  const adultId = await stage.anAdult("林海", { personId: lin });
  await at("POST /sessions/:sessionId/stand-ins", {}, { adultId }, "lin");
  await leave("赵文", "zhao");
  await leave("罗婷", "luo");

  expect(await lettersTo(lin)).toEqual([]);
});
