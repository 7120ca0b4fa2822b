import { afterEach, expect, test } from "vitest";
import { noteStandings } from "../migrations/2026-12-04-1-standings.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { findMiscounted } from "./note-standings.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("the upgrade counts everybody since they came, but for days away and a wish whose day is known, and lets nothing stay due of who had left", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }, { name: "郑玉梅" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elder = (name: string, values: object) =>
    stage.ask(({ db }) =>
      db
        .updateTable("elder_pairing_elder")
        .set({ fromOn: "2026-01-05", ...values })
        .where("name", "=", name)
        .execute(),
    );
  await elder("周桂兰", {});
  await elder("吴金花", { wish: "none", wishedOn: "2026-05-10" });
  await elder("郑玉梅", { state: "deceased", untilOn: "2026-08-01" });
  const elderId = await stage.elderId("周桂兰");
  const [goneId, placePath] = [await stage.elderId("郑玉梅"), stage.county.path];
  await stage.ask(async ({ db, newId }) => {
    await db.deleteFrom("elder_pairing_standing").execute();
    await db.insertInto("elder_pairing_absence").values({ id: newId(), elderId, fromOn: "2026-02-01", untilOn: "2026-03-01" }).execute();
    const due = {
      elderId: goneId,
      placePath,
      dueOn: "2026-07-30",
      month: "2026-07",
      level: "yellow",
      mode: "visit",
      state: "due",
      doneOn: null,
      visitId: null,
    };
    await db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), ...due, snoozedUntil: null, snoozeReason: null, snoozeNote: null })
      .execute();
  });
  const { database } = stage.app.app.platform;
  const nothing = () => Promise.resolve();

  await database.disarmed(() => noteStandings({ db: database.root, createTable: nothing, createIndex: nothing } as never));

  const rows: any[] = await stage.ask(({ db }) =>
    db
      .selectFrom("elder_pairing_standing")
      .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_standing.elderId")
      .select(["elder.name", "elder_pairing_standing.wish", "elder_pairing_standing.fromOn", "elder_pairing_standing.untilOn"])
      .orderBy("elder_pairing_standing.fromOn")
      .execute(),
  );
  const of = (name: string) => rows.filter((row) => row.name === name).map(({ wish, fromOn, untilOn }) => `${wish} ${fromOn} ${untilOn}`);
  expect(of("周桂兰")).toEqual(["visit 2026-01-05 2026-02-01", "visit 2026-03-01 null"]);
  expect(of("吴金花")).toEqual(["visit 2026-01-05 2026-05-10", "none 2026-05-10 null"]);
  expect(of("郑玉梅")).toEqual(["visit 2026-01-05 2026-08-01"]);
  const dues: any[] = await stage.ask(({ db }) =>
    db.selectFrom("elder_pairing_due").select("state").where("elderId", "=", goneId).where("dueOn", "<", "2026-08-01").execute(),
  );
  expect(dues).toEqual([{ state: "missed" }]);
  expect(await stage.ask(({ db }) => findMiscounted(db))).toEqual([]);
});
