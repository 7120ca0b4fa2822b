import { afterEach, beforeEach, expect, test } from "vitest";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage();
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(() => stage.app.close());

const bySignUp = (signUpId: string, as = "secretary") => stage.call("GET /sign-ups/:signUpId/phone", { as, params: { signUpId } });
const volunteerOf = async (signUpId: string) =>
  (await stage.app.write("volunteer-days", ({ services }: any): Promise<{ volunteerId: string }> => services.signUps.find(signUpId))).volunteerId;

test("who may see telephone numbers opens a volunteer's whole one on the day and on their own page, and each reading is logged with its purpose", async () => {
  const { signUpId } = (await stage.join(dayId, 1)).body;
  const volunteerId = await volunteerOf(signUpId);

  const [byDay, byPerson] = [await bySignUp(signUpId), await stage.call("GET /volunteers/:volunteerId/phone", { params: { volunteerId } })];

  expect([byDay.body, byPerson.body]).toEqual([{ phone: phoneOf(1) }, { phone: phoneOf(1) }]);
  const log = await stage.app.app.platform.database.kit.selectFrom("kit_access_log").selectAll().execute();
  expect(log.flatMap(({ purpose, account }) => (purpose === "volunteer-days.call" ? [account] : []))).toEqual(["secretary", "secretary"]);
});

test("a grid worker sees numbers masked and may not open them, nor may a resident or a stranger; who gave none has none", async () => {
  const { signUpId } = (await stage.join(dayId, 1)).body;
  const none = (await stage.call("POST /days/:dayId/sign-ups/others", { params: { dayId }, body: { name: "张桂英" } })).body.signUpId;

  const refused = [await bySignUp(signUpId, "worker"), await bySignUp(signUpId, "he"), await bySignUp(signUpId, null as never)];
  const [sheet, empty] = [(await stage.call("GET /days/:dayId", { params: { dayId } })).text, await bySignUp(none)];

  expect(refused.map(({ status }) => status >= 400)).toEqual([true, true, true]);
  expect(refused.every(({ text }) => !text.includes(phoneOf(1)))).toBe(true);
  expect([sheet.includes(phoneOf(1)), empty.body]).toEqual([false, { phone: null }]);
});
