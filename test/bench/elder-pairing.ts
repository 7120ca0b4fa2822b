import { aPerson } from "@lianxin/directory/testing";
import { setStoryStage, type Stage } from "@lianxin/elder-pairing/testing";
import type { BenchRow } from "../run/bench.js";

type Story = Awaited<ReturnType<typeof setStoryStage>>;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const median = (times: readonly number[]): number => Number([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(1));
async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
const expectOk = ({ status, text }: { status: number; text: string }): void => {
  if (status !== 200) throw new Error(text);
};

/** Both sheets of story A5 in. */
async function openCounty(): Promise<Story> {
  const story = await setStoryStage();
  await story.importSheet("cadres", "干部.csv", story.sheets.cadres);
  await story.importSheet("elders", "老人.csv", story.sheets.elders);
  await story.importSheet("spots", "村位置.csv", story.sheets.spots);
  return story;
}
const placed = ({ county }: Stage) => ({ params: { placeId: county.placeId } });

/** How long each turn in the write lane takes from now on, its commit included. */
function watchLane({ app }: Stage): readonly number[] {
  const { lane } = app.app.platform;
  const turns: number[] = [];
  const run = lane.run.bind(lane);
  lane.run = (work, keys) => {
    let began = 0;
    const turn = run((handle) => {
      began = performance.now();
      return work(handle);
    }, keys);
    return turn.finally(() => turns.push(performance.now() - began));
  };
  return turns;
}

async function benchMatching(story: Story): Promise<readonly BenchRow[]> {
  const run = () => time(async () => expectOk(await story.call("POST /places/:placeId/pairing/preview", placed(story))));
  const first = Number((await run()).toFixed(1));
  const times: number[] = [];
  for (const _ of range(7)) times.push(await run());
  const warm = median(times);
  const turns = watchLane(story);
  const publish = Number((await time(async () => expectOk(await story.call("POST /places/:placeId/pairing", placed(story))))).toFixed(1));
  const lane = Number(Math.max(...turns).toFixed(1));
  const row = (id: string, what: string, figure: number, most?: number): BenchRow => ({
    ...{ id: `elder.${id}`, what: `856 × 878: ${what}`, figure, unit: "ms" },
    ...(most === undefined ? { goal: "none set", holds: null } : { goal: `≤ ${most}`, holds: figure <= most }),
  });
  return [
    row("pairing", "read from SQLite, primaries and backups solved and certified in the thread, answered over HTTP; warm, median of 7", warm, 250),
    row("cold", "the same as the first call of a process, the thread's start and the first compilation in it", first),
    row("publish", "planned, 1,756 pairs put in force and the month's days planned, answered; once", publish),
    row("lane", "of that the turn in the write lane, from its begin to its commit: so long other writes wait", lane, 50),
  ];
}

const weeks = 513;
/** Ten years of a visit a week for every elder: 450,414 visits, and what was due. Findings are sealed where a page opens them, in the last weeks. */
async function fillYears({ ask }: Stage): Promise<void> {
  const elders: any[] = await ask(({ db }) => db.selectFrom("elder_pairing_elder").select(["id", "placePath"]).execute());
  const day = (week: number, i: number): string => new Date(Date.UTC(2016, 10, 7) + (week * 7 + (i % 5)) * 86_400_000).toISOString().slice(0, 10);
  for (const week of range(weeks))
    await ask(async ({ db, newId }) => {
      const visits = elders.map(({ id, placePath }, i) => ({
        ...{ id: newId(), placePath, elderId: id, cadreId: null, enteredBy: "bench", visitedOn: day(week, i), visitedAt: `${day(week, i)}T01:00:00.000Z` },
        ...{ mode: "home", isSeen: true, spirits: week > weeks - 6 ? "normal" : null, findings: week > weeks - 6 ? '{"wrong":[],"words":"都好"}' : null },
        ...{ clientId: `${week} ${i}`, createdAt: `${day(week, i)}T02:00:00.000Z` },
      }));
      const dues = visits.map(({ id, placePath, elderId, visitedOn }) => ({
        ...{ id: newId(), placePath, elderId, dueOn: visitedOn, month: visitedOn.slice(0, 7), level: "red", mode: "visit", state: "done" },
        ...{ doneOn: visitedOn, visitId: id, snoozedUntil: null, snoozeReason: null, snoozeNote: null },
      }));
      for (let i = 0; i < elders.length; i += 220) {
        await db
          .insertInto("elder_pairing_visit")
          .values(visits.slice(i, i + 220))
          .execute();
        await db
          .insertInto("elder_pairing_due")
          .values(dues.slice(i, i + 220))
          .onConflict((oc: any) => oc.doNothing())
          .execute();
      }
    });
}

async function benchYears(story: Story): Promise<readonly BenchRow[]> {
  // Put in force already where both parts run; again it changes nothing.
  expectOk(await story.call("POST /places/:placeId/pairing", placed(story)));
  await fillYears(story);
  const [pair]: any[] = await story.ask(({ db }) => db.selectFrom("elder_pairing_pair").selectAll().where("role", "=", "primary").limit(1).execute());
  const personId = await aPerson(story.app, { fullName: "刘敏", account: "helper" });
  expectOk(await story.call("PUT /cadres/:cadreId/person", { params: { cadreId: pair.cadreId }, body: { personId } }));
  const pages = {
    mine: () => story.call("GET /mine", { as: "helper" }),
    elder: () => story.call("GET /mine/elders/:elderId", { as: "helper", params: { elderId: pair.elderId } }),
    sums: () => story.call("GET /sums", { query: { month: "2026-08" } }),
    board: () => story.call("GET /board"),
  };
  const [{ n }]: any[] = await story.ask(({ db }) =>
    db
      .selectFrom("elder_pairing_visit")
      .select((eb: any) => eb.fn.countAll().as("n"))
      .execute(),
  );
  const measure = async (page: keyof typeof pages): Promise<number> => {
    for (const _ of range(3)) expectOk(await pages[page]());
    const times: number[] = [];
    for (const _ of range(15)) times.push(await time(pages[page]));
    return median(times);
  };
  const row = (id: string, what: string, figure: number, most: number): BenchRow => ({
    ...{ id: `elder.${id}`, what: `${what}, beside ${Number(n).toLocaleString("en")} visits; SQLite, median of 15`, figure, unit: "ms" },
    ...{ goal: `≤ ${most}`, holds: figure <= most },
  });
  return [
    row("mine", "the helper's list of own elders", await measure("mine"), 30),
    row("elder", "the helper's page of one elder, opened and logged", await measure("elder"), 30),
    row("sums", "the county's statistics of a month", await measure("sums"), 200),
    row("board", "the desk's board of the whole county", await measure("board"), 200),
  ];
}

/** The matching end to end, and pages beside ten years of weekly visits. */
export async function benchElderPairing({ rows: wanted }: { readonly rows: readonly string[] }): Promise<readonly BenchRow[]> {
  const story = await openCounty();
  try {
    const parts = { pairing: benchMatching, years: benchYears };
    const rows: BenchRow[] = [];
    for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await part(story)));
    return rows;
  } finally {
    await story.app.close();
  }
}
