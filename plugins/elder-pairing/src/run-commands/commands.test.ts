import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("the matching and who has nobody are shown on the command line, and a day that is none is refused", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }], { config: { coverMost: 0 } });

  const match = await stage.app.run("elder-pairing.match");
  await stage.run();
  const uncovered = await stage.app.run("elder-pairing.uncovered", "2026-09-03");

  const backup = { paired: 0, unserved: 2, shortages: [{ unserved: 2, units: [], need: 2, offer: 0 }] };
  expect(match).toMatchObject({ withOne: 0, withTwo: 1, primary: { paired: 2, shortages: [], isCertified: true }, backup });
  expect(uncovered).toEqual({ day: "2026-09-03", elders: expect.arrayContaining(["周桂兰", "吴金花"]) });
  await expect(stage.app.run("elder-pairing.uncovered", "2026-09-31")).rejects.toMatchObject({ code: "elder-pairing.dayInvalid" });
});
