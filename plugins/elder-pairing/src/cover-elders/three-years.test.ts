import fc from "fast-check";
import { expect, test } from "vitest";
import { findOverlaps } from "../check-house/checkups.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { nameOf } from "../testing/story-county.js";
import { addDays } from "../tell-time/tell-time.js";
import { alarmsOn } from "./alarms.js";
import { findUncovered, readDay } from "./find-uncovered.js";
import { watchDay } from "./watch-day.js";

const years = 3;
const isFull = process.env.LIANXIN_FULL !== undefined;
const isPostgres = process.env.LIANXIN_TEST_DB === "postgres";
/** A life of 1,095 days asks the database some ten thousand things, each over the wire on PostgreSQL. */
const runs = isFull ? (isPostgres ? 3 : 12) : 2;
const begin = "2026-09-03";

interface Deed {
  readonly day: number;
  readonly kind: "transfer" | "leave" | "death" | "cadreDeath" | "newCadre" | "newElder" | "agree";
  readonly who: number;
  readonly length: number;
}
const deeds = fc.array(
  fc.record<Deed>({
    day: fc.integer({ min: 0, max: years * 365 - 1 }),
    kind: fc.constantFrom("transfer", "leave", "leave", "leave", "death", "cadreDeath", "newCadre", "newElder", "agree", "agree"),
    who: fc.nat(20),
    length: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 25, maxLength: 50 },
);
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Kuhn's augmenting paths: how many of these elders can be covered at all, each cadre taking so many. Shares no code with the plugin. */
function mostCovered(elders: readonly string[], cadres: readonly string[], most: number, isApart: (elder: string, cadre: string) => boolean): number {
  const places = cadres.flatMap((cadre) => range(most).map((k) => ({ cadre, key: `${cadre} ${k}` })));
  const holder = new Map<string, string>();
  const tryOne = (elder: string, seen: Set<string>): boolean =>
    places.some(({ cadre, key }) => {
      if (seen.has(key) || isApart(elder, cadre)) return false;
      seen.add(key);
      const other = holder.get(key);
      if (other !== undefined && !tryOne(other, seen)) return false;
      holder.set(key, elder);
      return true;
    });
  return elders.filter((elder) => tryOne(elder, new Set())).length;
}

async function perform(stage: SmallStage, { kind, who, length }: Deed, today: string, n: number): Promise<void> {
  const pick = async (table: string): Promise<any> => {
    const rows: any[] = await stage.ask(({ db }) =>
      db.selectFrom(table).select(["id", "state", "untilOn"]).where("state", "=", "active").orderBy("id").execute(),
    );
    return rows[who % Math.max(1, rows.length)];
  };
  if (kind === "agree") return stage.agreeAll();
  if (kind === "newCadre") return stage.bring([], [{ name: nameOf(3_000 + n), village: who % 2 ? "柳树坡村" : "河口村" }]);
  if (kind === "newElder") return stage.bring([{ name: nameOf(2_000 + n), sex: who % 3 ? "女" : "男" }], []);
  const row = await pick(kind === "death" ? "elder_pairing_elder" : "elder_pairing_cadre");
  if (!row) return;
  if (kind === "death") await stage.call("POST /elders/:elderId/end", { params: { elderId: row.id }, body: { state: "deceased" } });
  else if (kind === "leave")
    await stage.call("POST /cadres/:cadreId/leave", { params: { cadreId: row.id }, body: { fromOn: today, toOn: addDays(today, length) } });
  else {
    const day = kind === "transfer" ? addDays(today, length % 5) : today;
    await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: row.id }, body: { day, kind: kind === "transfer" ? "transferred" : "deceased" } });
  }
}

/** Every day: whoever nobody can come to has an alarm of that day, and no way to cover more of them was missed. */
async function judgeDay({ ask }: SmallStage, today: string, met: Set<string>): Promise<void> {
  await ask(async ({ db }) => {
    const uncovered = (await findUncovered(db, today)).map(({ id }) => id).sort();
    const alarmed = (await alarmsOn(db, today)).map(({ elderId }) => elderId).sort();
    expect(uncovered, today).toEqual(alarmed);
    const { elders, helpers } = await readDay(db, today);
    for (const { role } of helpers) met.add(role);
    if (uncovered.length > 0) met.add("alarm");
    if (uncovered.length === 0) return;
    const steady = new Set(helpers.filter(({ role }) => role !== "cover").map(({ elderId }) => elderId));
    const alone = elders.map(({ id }) => id).filter((id) => !steady.has(id));
    const cadres: any[] = await db.selectFrom("elder_pairing_cadre").selectAll().where("state", "=", "active").execute();
    const leaves: any[] = await db.selectFrom("elder_pairing_leave").selectAll().where("fromOn", "<=", today).where("toOn", ">=", today).execute();
    const away = new Set(leaves.map(({ cadreId }) => cadreId));
    const there = cadres.map(({ id }) => id as string).filter((id) => !away.has(id));
    expect(alone.length - mostCovered(alone, there, 2, () => false), today).toBe(uncovered.length);
  });
}

test(
  `through ${years} years of transfers, leaves and deaths nobody in care is without a helper on a day on which the township has one to give; else an alarm of that day names them (${runs} random lives of a township)`,
  { timeout: isFull ? 3_600_000 : 600_000 },
  async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const stage = await setSmallCounty(
          range(5).map((i) => ({ name: nameOf(i), sex: i % 2 ? ("男" as const) : ("女" as const), village: i < 3 ? "柳树坡村" : "河口村" })),
          range(4).map((i) => ({ name: nameOf(1_000 + i), sex: i % 2 ? ("男" as const) : ("女" as const), village: i < 2 ? "柳树坡村" : "河口村" })),
        );
        try {
          await stage.run();
          await stage.agreeAll();
          const byDay = new Map<number, Deed[]>();
          for (const deed of all) byDay.set(deed.day, [...(byDay.get(deed.day) ?? []), deed]);
          const seen = new Map<string, string[]>();
          for (let day = 0, n = 0; day < years * 365; day++) {
            if (!isFull && !mayChange(all, day)) continue;
            const today = addDays(begin, day);
            stage.app.ports.setTime(`${today}T00:05`);
            await stage.ask((ctx) => watchDay(ctx));
            for (const deed of byDay.get(day) ?? []) await perform(stage, deed, today, n++);
            await judgeDay(stage, today, met);
            if (day % 100 === 0) seen.set(today, await helpersOf(stage, today));
          }
          expect(await stage.ask(({ db }) => findOverlaps(db))).toEqual([]);
          for (const [day, was] of seen) expect(await helpersOf(stage, day), day).toEqual(was);
        } finally {
          await stage.app.close();
        }
      }),
      { numRuns: runs, seed: 11, endOnFailure: true },
    );
    // All of it happened: a test in which nobody is ever away proves nothing.
    expect([...met].sort()).toEqual(["alarm", "backup", "cover", "primary"]);
  },
);

/** A day on which somebody does something, comes back, or leaves as said before; and one in a hundred besides. */
const mayChange = (all: readonly Deed[], day: number): boolean =>
  day % 100 === 0 || all.some((deed) => deed.day === day || deed.day + deed.length + 1 === day || deed.day + (deed.length % 5) === day);

/** Who answered on a day, as it reads now. */
const helpersOf = ({ ask }: SmallStage, day: string): Promise<string[]> =>
  ask(async ({ db }) => (await readDay(db, day)).helpers.map(({ elderId, cadreId, role }) => `${elderId} ${cadreId} ${role}`).sort());
