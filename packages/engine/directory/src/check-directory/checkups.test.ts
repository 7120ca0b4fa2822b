import { startPlugin } from "@lianxin/testing";
import { expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace } from "../testing.js";
import { checkups } from "./checkups.js";

test("a sound directory has nothing to report, and each broken rule is named by its row", async () => {
  const app = await startPlugin(server);
  await aCommunity(app);
  const place = await aPlace(app);
  const [person, kept, merged] = [await aPerson(app, { placeId: place.id }), await aPerson(app, { fullName: "甲" }), await aPerson(app, { fullName: "乙" })];
  const ask = () => app.write("directory", (ctx): Promise<(readonly string[])[]> => Promise.all(checkups.map((one) => one.run(ctx))));
  const sound = await ask();

  await app.write("directory", async ({ db }) => {
    await db.updateTable("directory_person").set({ mergedIntoId: merged }).where("id", "=", kept).execute();
    await db.updateTable("directory_person").set({ removedAt: "2026-09-03T00:00:00.000Z" }).where("id", "=", merged).execute();
    await db.updateTable("directory_place").set({ placePath: "/elsewhere/" }).where("id", "=", place.id).execute();
  });

  expect([sound, await ask()]).toEqual([
    [[], [], []],
    [[place.id], [person], [kept]],
  ]);
  await app.close();
});
