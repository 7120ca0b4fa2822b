import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { forgetOldNotes } from "./forget-old-notes.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("what kind of need the audit named before kinds were sealed is taken out of it, once, and the chains stay whole", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }]);
  const [old, other] = [await stage.elderId("周桂兰"), await stage.elderId("吴金花")];
  await stage.ask(async ({ db, audit }) => {
    audit("need", old, { needId: "n1", category: "medical", action: "on_spot" });
    audit("need", other, { needId: "n2", action: "matter", mayTell: false });
    await db.insertInto("elder_pairing_old_note").values({ id: old, elderId: old }).execute();
  });
  const details = async () => JSON.stringify(await stage.app.audited());
  const before = (await details()).includes("medical");

  await stage.ask(forgetOldNotes);
  const after = await details();
  await stage.ask(forgetOldNotes);

  expect([before, after.includes("medical"), after.includes("n2")]).toEqual([true, false, true]);
  expect(await details()).toBe(after);
  expect(await stage.app.verify()).toEqual([]);
});
