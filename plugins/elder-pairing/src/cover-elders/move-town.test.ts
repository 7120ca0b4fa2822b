import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { findOverlaps } from "../check-house/checkups.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { findBroken } from "./find-broken.js";
import { findUncovered } from "./find-uncovered.js";
import { townWaitsListener, watchDayJob } from "./watch-day.job.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());

test("an elder who moves to another township has helpers there the same day, a hand-over from the old one, and everything open is where they live now", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.run();
  await stage.agreeAll();
  const before = await stage.helpersOf("周桂兰");
  stage.app.ports.setTime("2026-09-10T09:00");

  await stage.bringElder(1, "周桂兰", "石桥村");

  const [here, town] = [await stage.pathOf("石桥村"), await stage.pathOf("青石镇")];
  expect(before).toEqual(expect.arrayContaining([expect.stringMatching(/刘敏|陈芳/)]));
  expect(await stage.helpersOf("周桂兰")).toEqual([expect.stringMatching(/^backup (李霞|林红)$/), expect.stringMatching(/^primary (李霞|林红)$/)]);
  const open = (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null);
  expect(open.map(({ placePath, townPath }) => [placePath, townPath])).toEqual([
    [here, town],
    [here, town],
  ]);
  expect(await rows("elder_pairing_handover")).toMatchObject([{ doneOn: null, droppedOn: null, placePath: here }]);
  expect((await rows("elder_pairing_due")).filter(({ state }) => state === "due").every(({ placePath }) => placePath === here)).toBe(true);
  await stage.ask(async ({ db }) => {
    expect(await findUncovered(db, "2026-09-10")).toEqual([]);
    expect([await findBroken(db), await findOverlaps(db)]).toEqual([[], []]);
  });
});

test("an elder who moves within the township keeps the helpers, and why them says how near they are now", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.run();
  const nearness = async () =>
    (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null).map(({ because }) => [because.sameVillage, because.metres]);
  const [before, helpers] = [await nearness(), await stage.helpersOf("周桂兰")];
  const [old, next] = [await stage.pathOf("柳树坡村"), await stage.pathOf("河口村")];
  await stage.ask(({ db, newId }) =>
    db
      .insertInto("elder_pairing_spot")
      .values([
        { id: newId(), placePath: old, east: 0, north: 0 },
        { id: newId(), placePath: next, east: 300, north: 400 },
      ])
      .execute(),
  );

  await stage.bringElder(1, "周桂兰", "河口村");

  expect(await stage.helpersOf("周桂兰")).toEqual(helpers);
  expect([before, await nearness()]).toEqual([
    [
      [true, 0],
      [true, 0],
    ],
    [
      [false, 500],
      [false, 500],
    ],
  ]);
});

test("a cadre whose villages are in another township from now on leaves the elders of the old one to others", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.bring([], [{ name: "徐秀英" }]);
  await stage.run();
  await stage.agreeAll();
  const primary = (await stage.helpersOf("周桂兰")).find((one) => one.startsWith("primary"))!.slice("primary ".length);
  const [there, town] = [await stage.pathOf("石桥村"), await stage.pathOf("青石镇")];

  await stage.ask(({ db }) => db.updateTable("elder_pairing_cadre").set({ placePath: there, townPath: town }).where("name", "=", primary).execute());
  await stage.ask((ctx) => watchDayJob.run(ctx));
  await townWaits();

  expect((await stage.helpersOf("周桂兰")).join()).not.toContain(primary);
  expect(await stage.ask(({ db }) => findBroken(db))).toEqual([]);
});

/** Hands each township's turn out as the outbox does, each by itself; gives how each ended. */
async function townWaits(): Promise<Readonly<Record<string, string>>> {
  const found = (await stage.app.published()).filter(({ event }) => event === "elder-pairing.townWaits");
  const ended: Record<string, string> = {};
  for (const { payload } of found as { payload: { townPath: string; day: string } }[])
    ended[payload.townPath] = await stage
      .ask((ctx) => townWaitsListener.handle(payload, ctx, { eventId: payload.townPath }))
      .then(
        () => "done",
        () => "failed",
      );
  return ended;
}

/** From here on the database takes no new pair of a township: whatever trouble there may be. */
async function breakTown(townPath: string): Promise<void> {
  const { database } = stage.app.app.platform;
  const text = sql.lit(townPath);
  await database.disarmed(async () => {
    if (database.kind === "sqlite")
      await sql`create trigger bad before insert on elder_pairing_pair when new.town_path = ${text} begin select raise(abort, 'bad'); end`.execute(
        database.root,
      );
    else await sql`alter table elder_pairing_pair add constraint bad check (town_path <> ${text}) not valid`.execute(database.root);
  });
}

test("a township whose repair fails stops no other: at night each has a turn of its own, and by day a change elsewhere is not held up by it", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.bringElder(2, "吴金花", "石桥村");
  await stage.bring([], [{ name: "徐秀英" }, { name: "许兰", village: "石桥村" }]);
  await stage.run();
  await stage.agreeAll();
  const [bad, good] = [await stage.pathOf("柳河镇"), await stage.pathOf("青石镇")];
  for (const name of ["周桂兰", "吴金花"])
    await stage.ask(async ({ db }) => {
      const elder = await db.selectFrom("elder_pairing_elder").select("id").where("name", "=", name).executeTakeFirstOrThrow();
      await db
        .updateTable("elder_pairing_pair")
        .set({ untilOn: "2026-09-03", endReason: "day" })
        .where("elderId", "=", elder.id)
        .where("role", "=", "backup")
        .execute();
    });
  await breakTown(bad);

  await stage.ask((ctx) => watchDayJob.run(ctx));
  const ended = await townWaits();
  const elderId = await stage.elderId("吴金花");
  const declined = await stage.call("POST /elders/:elderId/decline", { params: { elderId }, body: { by: "elder" } });

  expect(ended).toEqual({ [bad]: "failed", [good]: "done" });
  expect(declined.status).toBe(200);
  expect((await stage.helpersOf("吴金花")).map((one) => one.split(" ")[0]).sort()).toEqual(["backup", "primary"]);
});
