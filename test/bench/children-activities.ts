import { aVenue } from "@lianxin/directory/testing";
import { judgeSession, type SafetyFacts } from "@lianxin/children-activities/judge";
import { foresee, noCounts, phoneOf, publishPlan, ratioPackOn, setStage, type Stage } from "@lianxin/children-activities/testing";
import type { BenchRow } from "../run/bench.js";

const homes = 22;
const children = 600;
const changes = 200;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number): number => Number(sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2));
async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
interface County {
  readonly stage: Stage;
  readonly sessionIds: readonly string[];
}

/** One more home with a plan of its own day, four adults and its share of the children, all there. */
async function openHome(stage: Stage, n: number): Promise<string> {
  const { must, app } = stage;
  const venueId = await aVenue(app, { placeId: stage.placeId, name: `儿童之家${n}`, kind: "childrens_home", seats: 60 });
  const { id: homeId } = await must("POST /homes", { body: { venueId, directorId: stage.luo, rooms: ["活动室"] } });
  const own = { ...stage, homeId };
  const adults = [];
  for (const i of range(4)) adults.push(await stage.anAdult(`大人${n}之${i}`, { firstAidUntil: "2028-01-01" }));
  const count = Math.floor((children * (n + 1)) / homes) - Math.floor((children * n) / homes);
  const programmeId = await publishPlan(own, adults, { expected: { ...noCounts, "6_8": count } });
  const childIds: string[] = [];
  for (const i of range(count)) {
    const number = n * 40 + i;
    const body = stage.childBody(number, { guardian: { name: `监护人${number}`, phone: phoneOf(number), relation: "奶奶" } });
    childIds.push((await must("POST /homes/:homeId/children", { as: "luo", params: { homeId }, body })).id);
  }
  await must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  return (await must("GET /programmes/:programmeId", { params: { programmeId } })).sessions[0].id;
}

/** 22 homes, a live session in each, 600 children there. */
async function openCounty(): Promise<County> {
  const stage = await setStage();
  await stage.anAdult("罗婷", { personId: stage.luo });
  const sessionIds: string[] = [];
  for (const n of range(homes)) sessionIds.push(await openHome(stage, n));
  stage.app.ports.setTime("2027-07-12T08:20");
  for (const sessionId of sessionIds) {
    const params = { sessionId };
    const board = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params });
    for (const { id } of board.posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
    await stage.must("POST /sessions/:sessionId/open", { as: "luo", params });
    for (const { attendanceId } of board.children) await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  }
  return { stage, sessionIds };
}

/** Facts of a session of thirty, the story's size: four adults with two checks each, four answers a child. */
function thirty(): SafetyFacts {
  const answers = (guardianId: string) =>
    (["data", "participation", "photo", "health"] as const).map((purpose) => ({
      ...{ guardianId, purpose, answer: "yes" as const, textVersion: "1", programmeId: null, fromOn: "2027-07-01", untilOn: null },
      ...{ givenAt: "2027-07-01T00:00:00.000Z", withdrawnAt: null },
    }));
  const check = (checkedOn: string, untilOn: string) => ({ scope: "children" as const, checkedOn, untilOn, verdict: "clear" as const, revokedAt: null });
  return {
    programmeId: "p",
    who: "there",
    policy: { pack: ratioPackOn("flat-8", "2027-07-12")!, mode: "pooled", isStricter: false },
    children: range(30).map((i) => ({ id: `c${i}`, band: "6_8", isGirl: i % 2 === 0, wearsPhotoBadge: true, consents: answers(`g${i}`) })),
    adults: range(4).map((i) => ({
      ...{ id: `a${i}`, isWoman: i % 2 === 0, familyGroup: null, firstAidUntil: "2028-01-01" },
      checks: [check("2026-06-01", "2027-05-31"), check("2027-05-01", "2028-04-30")],
    })),
    texts: [{ version: "1", fromOn: "2026-01-01", untilOn: null, citation: "", words: { data: "", participation: "", photo: "", health: "" } }],
  };
}

async function benchJudge(): Promise<readonly BenchRow[]> {
  const facts = thirty();
  const now = { now: "2027-07-12T01:00:00.000Z", on: "2027-07-12" };
  const days = range(7).map((i) => ({ now: `2027-07-${13 + i}T16:00:00.000Z`, on: `2027-07-${13 + i}` }));
  const once = () => [judgeSession(facts, now), foresee(facts, now, days)];
  for (const _ of range(300)) once();
  const times: number[] = [];
  for (const _ of range(1_000)) times.push(await time(once));
  const figure = at(times, 0.5);
  const what = `30 children, four adults: judged now and foreseen for seven days, as each change does it; median of 1,000, 95th percentile ${at(times, 0.95)} ms`;
  return [{ id: "children.judge", what, figure, unit: "ms", goal: "≤ 5", holds: figure <= 5 }];
}

type Ask = (method: string, path: string, body?: object) => Promise<any>;
const addresses = new WeakMap<Stage, Promise<string>>();
let calls = 0;
/** Asks over a socket, as the director. */
async function openDoor(stage: Stage): Promise<Ask> {
  const listening = addresses.get(stage) ?? stage.app.app.http.listen({ port: 0, host: "127.0.0.1" });
  addresses.set(stage, listening);
  const address = await listening;
  return async (method, path, body) => {
    const headers = { "x-lianxin": "1", cookie: "luo", "idempotency-key": `bench${calls++}`, ...(body && { "content-type": "application/json" }) };
    const answer = await fetch(`${address}/api/children-activities${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (answer.status !== 200) throw new Error(await answer.text());
    return answer.json();
  };
}

/** An adult who is there leaves, or one who left comes back: the session is unsafe, or safe again. */
async function press(ask: Ask, sessionId: string, posts: readonly any[]): Promise<void> {
  const away = posts.find(({ state, adultId }) => state === "left" && !posts.some((other) => other.adultId === adultId && other.state === "present"));
  if (away) await ask("POST", `/sessions/${sessionId}/stand-ins`, { adultId: away.adultId });
  else await ask("POST", `/posts/${posts.find(({ state }) => state === "present").id}/leaving`, { reason: "" });
}

async function benchBoard({ stage, sessionIds }: County): Promise<readonly BenchRow[]> {
  const ask = await openDoor(stage);
  const times: number[] = [];
  // An adult leaves and comes back by turns: each press makes the session unsafe, or safe again, and the board is read as the page reads it.
  for (const n of range(changes)) {
    const sessionId = sessionIds[n % homes]!;
    const before = await ask("GET", `/sessions/${sessionId}/board`);
    let after: any;
    const took = await time(async () => {
      await press(ask, sessionId, before.posts);
      after = await ask("GET", `/sessions/${sessionId}/board`);
    });
    if (after.version === before.version || after.adults === before.adults) throw new Error("the board did not change");
    times.push(took);
  }
  const figure = at(times, 0.5);
  const what = `22 live sessions: an adult leaves or comes back, judged and committed, and the board read anew, over a socket; median of ${changes}, 95th percentile ${at(times, 0.95)} ms`;
  return [{ id: "children.board", what, figure, unit: "ms", goal: "≤ 200", holds: figure <= 200 }];
}

/** A list of 300 children comes in at one home, slice after slice, while adults leave and come back at the others. */
async function benchImport({ stage, sessionIds }: County): Promise<readonly BenchRow[]> {
  const ask = await openDoor(stage);
  const { homes: own } = await ask("GET", "/mine/homes");
  const { id, linesPerSlice } = await ask("POST", `/homes/${own[0].id}/imports`, {});
  const lines = range(300).map((n) => {
    const guardian = { name: `家长${n}`, phone: phoneOf(5_000 + n), relation: "奶奶" };
    return { line: n + 2, child: { ...stage.childBody(5_000 + n, { guardian }), collectors: [] } };
  });
  let isOver = false;
  const slices: number[] = [];
  const importing = (async () => {
    for (let i = 0; i < lines.length; i += linesPerSlice)
      slices.push(await time(() => ask("POST", `/imports/${id}/lines`, { lines: lines.slice(i, i + linesPerSlice) })));
    isOver = true;
  })();
  const times: number[] = [];
  for (let n = 0; !isOver; n++) {
    const sessionId = sessionIds[n % homes]!;
    const { posts } = await ask("GET", `/sessions/${sessionId}/board`);
    times.push(
      await time(async () => {
        await press(ask, sessionId, posts);
        await ask("GET", `/sessions/${sessionId}/board`);
      }),
    );
  }
  await importing;
  const figure = at(times, 0.5);
  const what = `the same press while a list of 300 children comes in, ${linesPerSlice} lines a slice of ${at(slices, 0.5)} ms; median of ${times.length}, 95th percentile ${at(times, 0.95)} ms`;
  return [{ id: "children.import", what, figure, unit: "ms", goal: "≤ 200", holds: figure <= 200 }];
}

/** From a press at the desk to another's board: their waiting request answers, and they have read the board anew. */
async function benchWatcher({ stage, sessionIds }: County): Promise<readonly BenchRow[]> {
  const ask = await openDoor(stage);
  const params = (sessionId: string) => `/sessions/${sessionId}`;
  const shown = new Map<string, any>();
  for (const sessionId of sessionIds) shown.set(sessionId, await ask("GET", `${params(sessionId)}/board`));
  // A board is open at every home and waits all the time, as the page does.
  const arrivals = new Map<string, { version: number; at: number }>();
  let isOver = false;
  const boards = sessionIds.map(async (sessionId) => {
    while (!isOver) {
      await ask("GET", `${params(sessionId)}/watch?version=${shown.get(sessionId).version}`);
      shown.set(sessionId, await ask("GET", `${params(sessionId)}/board`));
      arrivals.set(sessionId, { version: shown.get(sessionId).version, at: performance.now() });
    }
  });
  const times: number[] = [];
  for (const n of range(changes)) {
    const sessionId = sessionIds[n % homes]!;
    const { version, posts } = shown.get(sessionId);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const began = performance.now();
    await press(ask, sessionId, posts);
    while ((arrivals.get(sessionId)?.version ?? 0) <= version) await new Promise((resolve) => setTimeout(resolve, 1));
    times.push(arrivals.get(sessionId)!.at - began);
  }
  isOver = true;
  for (const sessionId of sessionIds) await press(ask, sessionId, (await ask("GET", `${params(sessionId)}/board`)).posts);
  await Promise.all(boards);
  const figure = at(times, 0.5);
  const what = `22 live sessions with a board open at each: from the press that an adult leaves or comes back to another board that shows it, over sockets; median of ${changes}, 95th percentile ${at(times, 0.95)} ms`;
  return [{ id: "children.watcher", what, figure, unit: "ms", goal: "≤ 200", holds: figure <= 200 }];
}

async function benchWeek({ stage }: County): Promise<readonly BenchRow[]> {
  const once = () => stage.must("GET /week", { query: { day: "2027-07-12" } });
  const { homes: shown } = await once();
  if (shown.length < homes) throw new Error(`${shown.length} homes`);
  for (const _ of range(5)) await once();
  const times: number[] = [];
  for (const _ of range(40)) times.push(await time(once));
  const figure = at(times, 0.5);
  const what = `the week over ${shown.length} homes, ${shown.flatMap((home: any) => home.sessions).length} sessions, answered in the process; median of 40, 95th percentile ${at(times, 0.95)} ms`;
  return [{ id: "children.week", what, figure, unit: "ms", goal: "≤ 50", holds: figure <= 50 }];
}

/** The evaluator alone, a press on a live board end to end for who presses and for who watches, while a list comes in too, and the week of 22 homes. */
export async function benchChildrenActivities({ rows: wanted }: { readonly rows: readonly string[] }): Promise<readonly BenchRow[]> {
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  const rows: BenchRow[] = isWanted("judge") ? [...(await benchJudge())] : [];
  const parts = Object.entries({ week: benchWeek, board: benchBoard, watcher: benchWatcher, import: benchImport }).filter(([name]) => isWanted(name));
  if (parts.length === 0) return rows;
  const county = await openCounty();
  try {
    for (const [, part] of parts) rows.push(...(await part(county)));
    return rows;
  } finally {
    await county.stage.app.close();
  }
}
