import type { Answer } from "@lianxin/testing";
import { aPerson } from "@lianxin/directory/testing";
import { readSheet } from "@lianxin/documents";
import type { Route } from "@lianxin/plugin-kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as routes from "../routes.js";
import { plantCanaries, type Ground, type Planted } from "./plant-canaries.js";

const roles = [
  ...["administrator", "secretary", "grid_leader", "grid_worker", "recorder", "council_member", "volunteer", "auditor", "resident", "department"],
] as const;
/** Written by hand from domain.md §4.3, not from the code under test. */
const mayDo: Readonly<Record<string, readonly string[]>> = {
  "elder-pairing.see": ["administrator", "secretary", "grid_leader"],
  "elder-pairing.plan": ["administrator", "secretary"],
  "elder-pairing.keepRegisters": ["administrator", "secretary"],
  "elder-pairing.sums": ["administrator", "secretary", "grid_leader", "auditor", "department"],
};
const mayOpen = ["secretary", "grid_leader"];
/** Requests that change nothing for whoever is let through: another rule refuses them, or what they ask is so already. The rest have an empty body. */
const bodies: Readonly<Record<string, object>> = {
  "POST /cadres/:cadreId/leave": { fromOn: "2026-02-30", toOn: "2026-02-30" },
  "POST /cadres/:cadreId/leaves/:leaveId/end": { day: "2026-02-30" },
  "POST /elders/:elderId/consents/:scope": { form: "spoken" },
  "PUT /cadres/:cadreId/person": { personId: "nobody" },
  "PUT /elders/:elderId/person": { personId: "nobody" },
  "POST /cadres/:cadreId/transfer": { day: "2026-02-30", kind: "transferred" },
  "POST /cadres/:cadreId/erase": { name: "别人" },
  "POST /elders/:elderId/erase": { name: "别人" },
  "POST /elders/:elderId/agree": { side: "cadre" },
  "POST /elders/:elderId/pairs": { cadreId: "nobody" },
  "POST /elders/:elderId/snooze": { until: "2026-02-30", reason: "away" },
  "POST /elders/:elderId/visits": { clientId: "v0", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] },
  "POST /mine/elders/:elderId/visits": { clientId: "v0", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] },
  "PUT /elders/:elderId/wish": { wish: "visit" },
  "PUT /elders/:elderId/level": { level: "red" },
  "POST /elders/:elderId/triggers": { kind: "fall" },
  "POST /elders/:elderId/end": { state: "moved" },
  "POST /elders/:elderId/decline": { by: "elder" },
  "POST /elders/:elderId/apart/end": { cadreId: "nobody" },
  "POST /mine/elders/:elderId/decline": { reason: "far" },
  "POST /handovers/:handoverId/sign": { signer: "outgoing" },
  "POST /needs/:needId/rating": { rating: "good", via: "self" },
  "POST /alerts/:alertId/end": { reason: "over" },
  "POST /triggers/:triggerId/end": { reason: "over" },
  "POST /mine/visits/:visitId/undo": { reason: "twice" },
  "POST /searches/:searchId/reopen": { reason: "slip" },
  "POST /mine/searches/:searchId/reopen": { reason: "slip" },
  "POST /needs/:needId/unsettle": { reason: "slip" },
  "POST /handovers/:handoverId/unsign": { signer: "elder", reason: "slip" },
  "POST /places/:placeId/alerts": { kind: "heat" },
  "PUT /places/:placeId/quotas": { unit: "县财政局", most: null },
  "POST /places/:placeId/registers/:kind/imports": { fileName: "老人.csv" },
  "POST /imports/:importId/lines": { lines: [{ line: 2, values: {} }] },
  "POST /ladders/:ladderId/steps": { step: "call", result: "nobody" },
  "POST /ladders/:ladderId/close": { state: "safe", outcome: "好" },
  "POST /mine/ladders/:ladderId/steps": { step: "call", result: "nobody" },
  "POST /mine/ladders/:ladderId/close": { state: "safe", outcome: "好" },
  "POST /places/:placeId/pairing/alternatives": { elderId: "nobody", role: "primary" },
  "POST /places/:placeId/agree": { side: "cadre", pairIds: ["nobody"] },
  "POST /places/:placeId/agree/undo": { side: "cadre", pairIds: ["nobody"] },
  "POST /places/:placeId/cadres/restore": { cadreIds: ["nobody"] },
  "POST /places/:placeId/units/transfer": { unit: "没有这个单位", day: "2026-12-01" },
};
/** The account that holds a role at the first village; "secretary" itself is the whole county's. */
const at = (kind: string): string => `${kind} here`;
const own = Object.values(routes) as readonly Route[];
const permissionOf = ({ may }: Route): string => (typeof may === "object" ? may.id : may);
let planted: Planted;
let others: readonly { readonly of: string; readonly path: string }[];
let keys = 0;

beforeAll(async () => {
  planted = await plantCanaries();
  const { stage, here } = planted;
  for (const kind of roles) await aPerson(stage.app, { fullName: `任${kind}`, account: at(kind), role: kind as never, rolePlaceId: here.ids.placeId! });
  const parts = stage.app.app.platform.parts.filter(({ plugin }) => plugin.id !== "elder-pairing");
  others = parts.flatMap(({ plugin, routes: theirs }) =>
    Object.values(theirs as Record<string, Route>)
      .filter(({ path }) => path.startsWith("GET "))
      .map(({ path }) => ({ of: plugin.id, path })),
  );
}, 120_000);
afterAll(() => planted.stage.app.close());

/** These would change something of whoever is here: they are asked about somebody who has left already. */
const ending = ["POST /elders/:elderId/end", "POST /elders/:elderId/decline", "POST /elders/:elderId/snooze/lift"];
/** Whose account is taken away is not the helper of today, who goes on asking. */
const unlinking = "DELETE /cadres/:cadreId/person";
/** Takes a file, which the harness of the import tests sends. */
const uploads = "POST /places/:placeId/registers/:kind/preview";
const ask = (path: string, { ids }: Ground, as: string | null, of?: string): Promise<Answer> =>
  planted.stage.app.call(path, {
    ...{
      as,
      params: ending.includes(path) ? { ...ids, elderId: ids.leftId! } : path === unlinking ? { ...ids, cadreId: ids.pastId! } : ids,
      body: bodies[path] ?? {},
      headers: { "idempotency-key": `m${keys++}`, "x-show": "1" },
    },
    ...(path === "GET /elders/:elderId/helpers" && { query: { on: "2026-09-03" } }),
    ...(of && { of }),
  });
/** Refused by the policy: not signed in, not allowed, or hidden because the place is another one. */
const isDenied = ({ status, body }: Answer): boolean => status === 401 || ["kit.notAllowed", "kit.notFound", "kit.notSignedIn"].includes(body?.code);
const readers = [...roles.map(at), "helper0", "helper1", null];
const may = (permission: string, as: string | null): boolean => as !== null && mayDo[permission]!.map(at).includes(as);

interface Seen {
  readonly path: string;
  readonly as: string | null;
  readonly ground: Ground;
  readonly answer: Answer;
  /** Was this reading of the elder's record written down? */
  readonly isLogged: boolean;
}
const logged = async (as: string | null): Promise<number> => {
  if (as === null) return 0;
  const { kit } = planted.stage.app.app.platform.database;
  const rows = kit.selectFrom("kit_access_log as log").innerJoin("kit_access_subject as seen", "seen.accessId", "log.id").select("log.id");
  return (await rows.where("account", "=", as).where("subject", "=", planted.here.ids.elderId!).execute()).length;
};
async function look(path: string, as: string | null, ground: Ground, of?: string): Promise<Seen> {
  const before = await logged(as);
  const answer = await ask(path, ground, as, of);
  return { path, as, ground, answer, isLogged: (await logged(as)) > before };
}
/** Every route of the plugin asked once by every reader about both villages: what the tests below judge. */
let seen: readonly Seen[];
beforeAll(async () => {
  const all: Seen[] = [];
  for (const { path, at: place } of own)
    for (const as of readers)
      for (const ground of place === "list" ? [planted.here] : [planted.here, planted.there]) if (path !== uploads) all.push(await look(path, as, ground));
  seen = all;
}, 240_000);
const routeOf = new Map(own.map((route) => [route.path, route]));
const say = ({ path, as, ground, answer }: Seen): string => `${as ?? "nobody"} ${path} ${ground.village}: ${answer.status} ${answer.body?.code}`;

test("each role may ask of its own place what it may, and of another place nothing, on every route the plugin has", async () => {
  const placed = seen.filter(({ path }) => typeof routeOf.get(path)!.at === "function");
  const wrong = placed.filter(({ path, as, ground, answer }) => isDenied(answer) === (ground === planted.here && may(permissionOf(routeOf.get(path)!), as)));

  expect(wrong.map(say)).toEqual([]);
  expect(placed.length).toBeGreaterThan(1_000);
  const uploaded = await Promise.all(
    [at("grid_leader"), at("auditor"), "helper0"].map(async (as) => (await planted.stage.preview("elders", "老人.csv", Buffer.from("姓名\n"), as)).status),
  );
  expect(uploaded).toEqual([403, 403, 403]);
  const known = new Set(own.map(({ path }) => path));
  expect(Object.keys(bodies).filter((path) => !known.has(path))).toEqual([]);
});

test("lists hold what is of the reader's own place alone, and nobody without a permission gets one", () => {
  const lists = seen.filter(({ path }) => routeOf.get(path)!.at === "list");
  const wrong = lists.filter(
    ({ path, as, answer }) =>
      isDenied(answer) === may(permissionOf(routeOf.get(path)!), as) ||
      answer.text.includes(planted.there.elder) ||
      answer.text.includes(planted.there.village),
  );

  expect(wrong.map(say)).toEqual([]);
  expect(lists.length).toBeGreaterThan(50);
});

/** Routes of other plugins are asked by those nearest to the elders, and by everybody in the full run. */
const strangers = process.env.LIANXIN_FULL ? readers : [...mayOpen.map(at), "helper0", at("administrator"), at("department"), null];

test(
  "what is sealed, or says as much of health and home, is shown by eight routes, to the helper, the grid leader and the secretary, each reading logged; by no route of any plugin to anybody else",
  { timeout: 240_000 },
  async () => {
    const elsewhere: Seen[] = [];
    for (const { path, of } of others)
      for (const as of strangers) for (const ground of [planted.here, planted.there]) elsewhere.push(await look(path, as, ground, of));
    const shown = [...seen, ...elsewhere].filter(({ answer, ground }) => [...ground.canaries, ...ground.marks].some((canary) => answer.text.includes(canary)));

    const [here, there] = [planted.here.village, planted.there.village];
    expect([...new Set(shown.map(({ path, as, ground }) => `${as ?? "nobody"} ${path} ${ground.village}`))].sort()).toEqual(
      [
        ...mayOpen
          .map(at)
          .flatMap((as) =>
            ["/elders/:elderId", "/elders/:elderId/needs", "/elders/:elderId/searches", "/elders/:elderId/visits", "/handovers/:handoverId/sheet"].map(
              (path) => `${as} GET ${path} ${here}`,
            ),
          ),
        ...["", "/searches", "/visits"].flatMap((path) => [
          `helper0 GET /mine/elders/:elderId${path} ${here}`,
          `helper1 GET /mine/elders/:elderId${path} ${there}`,
        ]),
      ].sort(),
    );
    expect(shown.filter(({ ground, isLogged }) => ground === planted.here && !isLogged).map(say)).toEqual([]);
    expect(others.length).toBeGreaterThan(20);
  },
);

test("names go to the helper and to those who answer for the place, masked in what is posted, to nobody else", async () => {
  const named = seen.filter(({ answer, ground }) => ground === planted.here && answer.text.includes(planted.here.elder));
  const posted = await ask("GET /places/:placeId/posted-list", planted.here, at("secretary"));

  expect([...new Set(named.map(({ as }) => as ?? "nobody"))].sort()).toEqual([at("administrator"), at("grid_leader"), "helper0", at("secretary")]);
  expect(
    named
      .filter(({ as }) => as === "helper0")
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["GET /mine", "GET /mine/elders/:elderId"]);
  expect(named.map(({ path }) => path)).not.toContain("GET /places/:placeId/posted-list");
  expect(posted.text).toContain("周＊兰");
});

test("the ledger, opened as the spreadsheet it is, holds names for who may have them and no sealed word, and a formula in a name is text", async () => {
  const { stage, here } = planted;
  const rename = (from: string, to: string) =>
    stage.ask(({ db }) => db.updateTable("elder_pairing_elder").set({ name: to }).where("name", "=", from).execute());
  const sheetFor = async (as: string): Promise<string> => {
    const url = `/api/elder-pairing/places/${here.ids.placeId!}/ledger`;
    const { statusCode, rawPayload } = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: as, "x-lianxin": "1" } });
    return statusCode === 200 ? JSON.stringify(readSheet(rawPayload, "台账.xlsx").sheets) : String(statusCode);
  };
  const sheets = await Promise.all(readers.flatMap((as) => (as === null ? [] : [sheetFor(as)])));
  await rename(here.elder, "=1+1");
  const formula = await sheetFor(at("secretary"));
  await rename("=1+1", here.elder);

  const named = readers.filter((as, i) => as !== null && sheets[i]!.includes(here.elder));
  expect(named.sort()).toEqual([at("administrator"), at("grid_leader"), at("secretary")]);
  expect(here.canaries.filter((canary) => sheets.some((sheet) => sheet.includes(canary)))).toEqual([]);
  expect(sheets.filter((sheet) => sheet === "403").length).toBe(readers.length - 1 - named.length);
  expect(formula).toContain('"=1+1"');
});

test("phones in lists stay masked however one asks, and who keeps the register without caring for people gets a closed card", async () => {
  const list = await ask("GET /elders", planted.here, at("secretary"));
  const closed = await ask("GET /elders/:elderId", planted.here, at("administrator"));

  expect(list.body.elders.map(({ phone }: any) => phone)).toEqual(["199****7700"]);
  expect(closed.body.card).toMatchObject({ isOpen: false, care: null, notes: {}, phone: null, address: null, contacts: [] });
});
