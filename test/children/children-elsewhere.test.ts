import commitments from "@lianxin/commitments/server";
import childrenVolunteers from "@lianxin/children-volunteers/server";
import elderPairing from "@lianxin/elder-pairing/server";
import matters from "@lianxin/matters/server";
import meetings from "@lianxin/meetings/server";
import volunteerDays from "@lianxin/volunteer-days/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveRecords } from "../../apps/server/src/show-records/records.route.js";
import { askRoute, type Shown } from "./ask-route.js";
import { asked, canaries, fieldsIn, otherFieldsIn } from "./canaries.js";
import { deliverAll } from "./deliver-all.js";
import { otherRoutes, type Known, type Registered } from "./registered-routes.js";
import { setCanaryStage, type CanaryStage } from "./set-canary-stage.js";

/** Everybody who may ask: by none of their rights a child's data leave by a route that is not of children's activities. */
const roles: Readonly<Record<string, string | null>> = {
  nobody: null,
  resident: "he",
  "grid worker": "worker",
  "secretary and administrator": "secretary",
  "adult on duty": "zhao",
  "director of the home": "luo",
};

let stage: CanaryStage;
let routes: readonly Registered[];
let sent: readonly string[];
const seen: { readonly role: string; readonly route: Registered; readonly shown: Shown }[] = [];

/** Each id a child's data hang on, in the place of whatever id the route asks for. */
const idsIn = ({ known, childId }: CanaryStage): readonly string[] => [
  childId,
  ...["guardianId", "collectorId", "attendanceId", "sessionId", "programmeId", "homeId", "personId"].map((name) => String(known[name])),
];
/** What stands in for parameters and fields of other plugins: ids of ours, and the child's name wherever words are searched for. */
function guesses(route: Registered, id: string): Known {
  const ids = Object.fromEntries(route.params.map((name) => [name, name === "kind" ? "people" : name === "year" ? "2027" : id]));
  return { ...ids, ...Object.fromEntries(route.query.map((name) => [name, canaries.name])), ...(route.params.includes("path") && { path: stage.path }) };
}

beforeAll(async () => {
  stage = await setCanaryStage({
    with: [matters, commitments, meetings, volunteerDays, elderPairing, childrenVolunteers],
    serve: (http, platform) => serveRecords(http, platform),
  });
  routes = otherRoutes(stage.app, "children-activities");
  const asked = routes.filter(({ reads, plugin }) => reads || plugin === "children-volunteers");
  for (const route of [...asked].sort((a, b) => Number(b.reads) - Number(a.reads)))
    for (const [role, as] of Object.entries(roles)) {
      const ids = route.params.length > 0 ? idsIn(stage) : [""];
      for (const id of ids) {
        seen.push({ role, route, shown: await askRoute(stage, route, as, guesses(route, id)) });
        if (route.query.length > 0) seen.push({ role, route, shown: await askRoute(stage, route, as, { ...guesses({ ...route, query: [] }, id) }) });
      }
    }
  sent = await deliverAll(stage.app);
}, 240_000);
afterAll(() => stage.app.close());

const nameOf = ({ method, path, plugin }: Registered): string => `${method} ${plugin ?? ""}${path}`;

test("no route of another plugin, of the bridge or of the house shows a word of a child, whoever asks, with whatever id or search", () => {
  const shown = seen.flatMap(({ role, route, shown: { text } }) =>
    [...fieldsIn(text), ...otherFieldsIn(text)].map((field) => `${role}: ${nameOf(route)} shows ${field}`),
  );

  expect([...new Set(shown)]).toEqual([]);
});

test("the matrix looks at routes that answer: people, search, lists, files, the bridge, and the records of who did and who opened what", () => {
  const answered = new Set(seen.filter(({ shown: { status } }) => status === 200).map(({ route }) => nameOf(route)));
  const expected = [
    "GET directory/people",
    "GET directory/people/:personId",
    "GET children-volunteers/duties",
    "GET children-volunteers/mine",
    "GET /api/records/deeds",
    "GET /api/records/reveals",
  ];

  expect(expected.filter((name) => !answered.has(name))).toEqual([]);
  expect(answered.size).toBeGreaterThan(30);
});

test("the record of who opened what names the child by its number alone", () => {
  const reveals = seen.find(({ role, route }) => role === "secretary and administrator" && route.path === "/api/records/reveals")!.shown.text;

  expect(reveals).toContain(stage.childId);
  expect(fieldsIn(reveals)).toEqual([]);
});

test("what the bridge sends to volunteers names no child", () => {
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.flatMap((text) => [...fieldsIn(text).filter((field) => !asked.includes(field)), ...otherFieldsIn(text)])).toEqual([]);
});
