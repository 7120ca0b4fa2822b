import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { aPerson } from "@lianxin/directory/testing";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { nameOf } from "../testing/story-county.js";
import { findBroken } from "./find-broken.js";
import { findUncovered, readDay } from "./find-uncovered.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const broken = () => stage.ask(({ db }) => findBroken(db));
const open = async (): Promise<Record<string, string>> => {
  const pairs: any[] = await stage.ask(({ db }) =>
    db
      .selectFrom("elder_pairing_pair")
      .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
      .select(["role", "cadre.name"])
      .where("elder_pairing_pair.untilOn", "is", null)
      .execute(),
  );
  return Object.fromEntries(pairs.map(({ role, name }) => [role, name]));
};

test("whoever is chosen by hand as first helper is no longer the backup too, and a woman who lives alone keeps a woman among the two", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈国强", sex: "男" }, { name: "林建国", sex: "男" }]);
  await stage.run();
  const before = await open();
  const elderId = await stage.elderId("周桂兰");
  const choose = async (name: string) => stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(name) } });

  await choose(before.backup!);
  const second = await open();
  await choose(second.primary === "陈国强" ? "林建国" : "陈国强");
  const third = await open();

  for (const pairs of [before, second, third]) {
    expect(pairs.primary).not.toBe(pairs.backup);
    expect([pairs.primary, pairs.backup]).toContain("刘敏");
  }
  expect(await broken()).toEqual([]);
});

test("a helper who turns out to be the elder's own child is replaced that very turn, also one who was chosen by hand", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const { primary } = await open();
  const other = ["刘敏", "陈芳", "李霞"].find((name) => name !== primary)!;
  await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(other) } });
  const cadreId = await stage.cadreId(other);
  await stage.ask(({ db }) =>
    db
      .updateTable("elder_pairing_cadre")
      .set({ kin: JSON.stringify({ parents: ["周桂兰"], knows: [] }) })
      .where("id", "=", cadreId)
      .execute(),
  );

  const settled = await stage.call("POST /places/:placeId/registers/ties", { params: { placeId: stage.county.placeId } });

  expect(settled.body.added).toBe(1);
  expect(Object.values(await open())).not.toContain(other);
  expect(await broken()).toEqual([]);
});

test("until both sides have agreed a first helper sees who it is and nothing that is sealed", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const [elderId, { primary }] = [await stage.elderId("周桂兰"), await open()];
  const personId = await aPerson(stage.app, { fullName: primary!, account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(primary!) }, body: { personId } });
  const card = async () => (await stage.call("GET /mine/elders/:elderId", { as: "helper", params: { elderId } })).body.card;
  const pending = await card();

  await stage.agreeAll();

  expect([pending.isOpen, pending.care, (await card()).care.living]).toEqual([false, null, "alone"]);
});

const runs = process.env.LIANXIN_FULL ? 300 : 25;
const four = fc.nat(3);
/** Any pairs at all of four elders and four cadres, some ended, with ties, leaves and lower limits. */
const muddle = fc.record({
  pairs: fc.uniqueArray(
    fc.record({ elder: four, cadre: four, role: fc.constantFrom("primary", "backup", "cover"), isOver: fc.boolean(), isAgreed: fc.boolean() }),
    {
      selector: ({ elder, role, isOver }) => `${elder} ${role} ${isOver}`,
      maxLength: 12,
    },
  ),
  ties: fc.uniqueArray(fc.record({ elder: four, cadre: four, kind: fc.constantFrom("parent", "declined", "knows") }), {
    selector: ({ elder, cadre }) => `${elder} ${cadre}`,
    maxLength: 4,
  }),
  away: fc.uniqueArray(four, { maxLength: 2 }),
  limits: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 4, maxLength: 4 }),
  women: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

test(`what the database finds broken or uncovered is what one finds by going through all rows (${runs} muddles)`, async () => {
  const people = (from: number) => [0, 1, 2, 3].map((i) => ({ name: nameOf(from + i) }));
  stage = await setSmallCounty(people(0), people(1_000));
  const idsOf = (table: string): Promise<string[]> =>
    stage.ask(async ({ db }) => (await db.selectFrom(table).select("id").orderBy("id").execute()).map(({ id }: { id: string }) => id));
  const [elderIds, cadreIds] = [await idsOf("elder_pairing_elder"), await idsOf("elder_pairing_cadre")];
  await fc.assert(
    fc.asyncProperty(muddle, async ({ pairs, ties, away, limits, women }) => {
      await stage.ask(async ({ db, newId }) => {
        for (const table of ["elder_pairing_pair", "elder_pairing_tie", "elder_pairing_leave"]) await db.deleteFrom(table).execute();
        await db.updateTable("elder_pairing_elder").set({ careFromOn: "2026-09-01" }).execute();
        for (const [i, id] of cadreIds.entries())
          await db
            .updateTable("elder_pairing_cadre")
            .set({ limit: limits[i], sex: women[i] ? "female" : "male" })
            .where("id", "=", id)
            .execute();
        const place = { placePath: stage.county.path, townPath: stage.county.path };
        const rest = { isPinned: false, startReason: "matching", endReason: null, because: {}, cadreAgreedAt: null, elderAgreedAt: null, elderAgreedBy: null };
        for (const { elder, cadre, role, isOver, isAgreed } of pairs) {
          const days = { fromOn: "2026-09-01", untilOn: isOver ? "2026-09-02" : null, effectiveOn: isAgreed ? "2026-09-01" : null };
          const row = {
            id: newId(),
            ...place,
            elderId: elderIds[elder],
            cadreId: cadreIds[cadre],
            role,
            ...days,
            ...rest,
            createdAt: "2026-09-01T00:00:00.000Z",
          };
          await db.insertInto("elder_pairing_pair").values(row).execute();
        }
        for (const { elder, cadre, kind } of ties)
          await db
            .insertInto("elder_pairing_tie")
            .values({ id: newId(), elderId: elderIds[elder], cadreId: cadreIds[cadre], kind, sinceOn: "2026-09-01" })
            .execute();
        for (const cadre of away) {
          const row = { id: newId(), cadreId: cadreIds[cadre], fromOn: "2026-09-03", toOn: "2026-09-04", enteredAt: "2026-09-01T00:00:00.000Z" };
          await db.insertInto("elder_pairing_leave").values(row).execute();
        }
      });
      const open = pairs.filter(({ isOver, role }) => !isOver && role !== "cover");
      const loadOf = (cadre: number, role: string) => open.filter((one) => one.cadre === cadre && one.role === role).length;
      const isBroken = (elder: number): boolean => {
        const own = open.filter((one) => one.elder === elder);
        const isTwo = own.length === 2;
        const wrongTwo = isTwo && (own[0]!.cadre === own[1]!.cadre || own.every(({ cadre }) => !women[cadre]));
        const isOver = own.some(({ cadre, role }) => loadOf(cadre, role) > (role === "primary" ? limits[cadre]! : 2));
        return wrongTwo || isOver || own.some(({ cadre }) => ties.some((tie) => tie.elder === elder && tie.cadre === cadre && tie.kind !== "knows"));
      };
      const answers = (elder: number, cover: boolean): boolean =>
        pairs.some((one) => one.elder === elder && !one.isOver && one.isAgreed && !away.includes(one.cadre) && (cover || one.role !== "cover"));
      const idsWhere = (holds: (elder: number) => boolean): string[] => elderIds.filter((_, elder) => holds(elder)).sort();
      await stage.ask(async ({ db }) => {
        const ids = (rows: readonly { id?: string; elderId?: string }[]) => rows.map(({ id, elderId }) => id ?? elderId).sort();
        expect(ids(await findBroken(db))).toEqual(idsWhere(isBroken));
        expect(ids(await findUncovered(db, "2026-09-03"))).toEqual(idsWhere((elder) => !answers(elder, true)));
        expect(ids(await findUncovered(db, "2026-09-03", ["primary", "backup"]))).toEqual(idsWhere((elder) => !answers(elder, false)));
        const { helpers } = await readDay(db, "2026-09-03");
        expect([...new Set(helpers.map(({ elderId }) => elderId))].sort()).toEqual(idsWhere((elder) => answers(elder, true)));
      });
    }),
    { numRuns: runs, seed: 13 },
  );
});
