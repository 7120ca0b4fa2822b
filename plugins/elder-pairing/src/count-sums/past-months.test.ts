import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { planAhead } from "../plan-visits/store-dues.js";
import { findMiscounted, stepOf } from "../note-standings/note-standings.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage?.app.close());
const visit = async (clientId: string, name: string) =>
  stage.call("POST /elders/:elderId/visits", {
    params: { elderId: await stage.elderId(name) },
    body: { clientId, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] },
  });
const sums = async (month: string): Promise<any> =>
  Object.fromEntries((await stage.call("GET /sums", { query: { month } })).body.towns.map(({ townPath: _, name, ...town }: any) => [name, town]));
const miscounted = (): Promise<string[]> => stage.ask(({ db }) => findMiscounted(db));
const wish = async (name: string, said: string) =>
  stage.call("PUT /elders/:elderId/wish", { params: { elderId: await stage.elderId(name) }, body: { wish: said } });
const end = async (name: string, state: string) => stage.call("POST /elders/:elderId/end", { params: { elderId: await stage.elderId(name) }, body: { state } });
const plan = async (day: string) => {
  stage.app.ports.setTime(`${day}T00:20`);
  await stage.ask((ctx) => planAhead(ctx));
};
const names = ["周桂兰", "吴金花", "郑玉梅", "何秀英"] as const;

/** Four elders of one township in October, all visited by its end but one, who is late. */
async function begin(): Promise<void> {
  stage = await setTwoTowns({ at: "2026-10-02T09:00" });
  for (const [n, name] of names.entries()) await stage.bringElder(n, name, "柳树坡村", { level: "黄" });
  await stage.run();
  await stage.agreeAll();
  await plan("2026-10-03");
  stage.app.ports.setTime("2026-10-29T09:00");
  for (const name of names.slice(0, 3)) await visit(`october ${name}`, name);
}

test("whoever moves, dies, wishes otherwise, is raised, visited late or erased after a month is over changes none of its figures", async () => {
  await begin();
  await plan("2026-11-02");
  const october = await sums("2026-10");
  stage.app.ports.setTime("2026-11-20T09:00");

  await stage.bringElder(0, "周桂兰", "石桥村", { level: "黄" });
  await wish("吴金花", "none");
  await visit("last", "郑玉梅");
  await end("郑玉梅", "deceased");
  await visit("late", "何秀英");
  await stage.call("PUT /elders/:elderId/level", { params: { elderId: await stage.elderId("何秀英") }, body: { level: "red" } });
  const moved = await sums("2026-10");
  await stage.call("POST /elders/:elderId/erase", { params: { elderId: await stage.elderId("郑玉梅") }, body: { name: "郑玉梅" } });
  const november = await sums("2026-11");

  expect(october["柳河镇"]).toMatchObject({ elders: 4, due: 4, visited: 3, optedOut: 0, paired: 4, levels: { red: 0, yellow: 4, green: 0 } });
  expect([moved, await sums("2026-10")]).toEqual([october, october]);
  expect(november["柳河镇"]).toMatchObject({ elders: 2, due: 2, visited: 2, optedOut: 1, levels: { red: 1, yellow: 1, green: 0 } });
  expect(november["青石镇"]).toMatchObject({ elders: 1, due: 1, visited: 0, paired: 0 });
  expect(await miscounted()).toEqual([]);
});

test("who was late on the last day of a month stays late in its figures, whatever was made up for since", async () => {
  await begin();
  stage.app.ports.setTime("2026-10-31T09:00");
  const then = await sums("2026-10");
  stage.app.ports.setTime("2026-11-20T09:00");
  await visit("late", "何秀英");

  expect([then["柳河镇"].overdue, (await sums("2026-10"))["柳河镇"].overdue, (await sums("2026-11"))["柳河镇"].overdue]).toEqual([1, 1, 0]);
  const { body } = await stage.call("GET /board");
  expect(body.overdueCount).toBe(0);
});

test("what nobody had made by the day an elder left is missed, not due for ever", async () => {
  await begin();
  stage.app.ports.setTime("2026-10-30T09:00");
  const elderId = await stage.elderId("何秀英");
  const states = async () => {
    const rows: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_due").select(["state", "dueOn"]).where("elderId", "=", elderId).execute());
    return rows.filter(({ dueOn }) => dueOn.startsWith("2026-10")).map(({ state }) => state);
  };
  const before = await states();

  await end("何秀英", "deceased");

  expect([before, await states()]).toEqual([["due"], ["missed"]]);
  expect((await sums("2026-10"))["柳河镇"]).toMatchObject({ elders: 3, due: 4, visited: 3, overdue: 0 });
});

test("moved by a wrong sheet and back, gone and here again: on the day itself nothing is counted twice", async () => {
  await begin();
  const october = await sums("2026-10");
  await stage.bringElder(0, "周桂兰", "石桥村", { level: "黄" });
  await stage.bringElder(0, "周桂兰", "柳树坡村", { level: "黄" });
  await wish("吴金花", "none");
  await wish("吴金花", "visit");
  await end("郑玉梅", "moved");
  await stage.bringElder(2, "郑玉梅", "柳树坡村", { level: "黄" });

  expect(Object.entries(await sums("2026-10")).map(([town, { elders, due, visited }]: any) => [town, elders, due, visited])).toEqual(
    Object.entries(october).map(([town, { elders, due, visited }]: any) => [town, elders, due, visited]),
  );
  expect(await miscounted()).toEqual([]);
});

test("whatever changes of an elder day by day, the rows follow each other without gap or overlap, one begins on a day, and each day's last word holds", () => {
  const facts = fc.record({
    state: fc.constantFrom("active", "active", "moved"),
    wish: fc.constantFrom("visit", "none"),
    level: fc.constantFrom("red", "green"),
  });
  const change = fc.record({ days: fc.integer({ min: 0, max: 2 }), facts });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const rows: { id: string; elderId: string; placePath: string; townPath: string; level: string; wish: string; fromOn: string; untilOn: string | null }[] =
        [];
      const lastOf = new Map<number, (typeof changes)[number]["facts"]>();
      const dayText = (n: number) => `2026-10-${String(n).padStart(2, "0")}`;
      let n = 1;
      for (const { days, facts: now } of changes) {
        n += days;
        const today = dayText(n);
        lastOf.set(n, now);
        const elder = { ...now, placePath: "/a/", townPath: "/" };
        const { ends, goesOn, begins } = stepOf(
          elder,
          rows.filter(({ untilOn }) => untilOn === null || untilOn === today),
          today,
        );
        const { state: _, ...counted } = elder;
        if (ends) rows.find(({ id }) => id === ends)!.untilOn = today;
        if (goesOn)
          Object.assign(
            rows.find(({ id }) => id === goesOn)!,
            counted,
            { untilOn: null },
          );
        if (begins) rows.push({ id: String(rows.length), elderId: "e", ...counted, fromOn: today, untilOn: null });
      }
      expect(new Set(rows.map(({ fromOn }) => fromOn)).size).toBe(rows.length);
      let known: (typeof changes)[number]["facts"] | undefined;
      for (let day = 1; day <= n; day++) {
        known = lastOf.get(day) ?? known;
        const on = dayText(day);
        const running = rows.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn > on));
        expect(running.map(({ wish: w, level }) => `${w} ${level}`)).toEqual(known?.state === "active" ? [`${known.wish} ${known.level}`] : []);
      }
    }),
    { seed: 23 },
  );
});
