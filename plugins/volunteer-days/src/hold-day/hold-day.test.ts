import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

test("who is ticked off at 08:30 and leaves at 09:40 has 70 minutes, whatever the seconds", async () => {
  const { id: dayId } = await stage.day("2026-09-17");
  const { signUpId } = (await stage.join(dayId, 1)).body;
  const mark = (at: string, act: string) => {
    stage.app.ports.setTime(at);
    return stage.call("POST /days/:dayId/check-ins", { params: { dayId }, body: { signUpId, act } });
  };

  await mark("2026-09-17T08:30:41", "arrive");
  await mark("2026-09-17T09:40:02", "leave");
  stage.app.ports.setTime("2026-09-17T10:45");
  const { body } = await stage.call("POST /days/:dayId/hours", { params: { dayId } });

  expect(body).toEqual({ people: 1, minutes: 70 });
});
