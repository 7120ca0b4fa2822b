import { afterAll, beforeAll, expect, test } from "vitest";
import { askRoute, type Shown } from "./ask-route.js";
import { childrenActivities } from "@lianxin/children-activities";
import { asked, canaries, fieldsIn, otherFieldsIn, reasons, reasonsIn, typed, type Field, type Reason } from "./canaries.js";
import { deliverAll } from "./deliver-all.js";
import { registeredRoutes, type Registered } from "./registered-routes.js";
import { setCanaryStage, type CanaryStage } from "./set-canary-stage.js";

const all = Object.keys(canaries) as Field[];
const leading: readonly Field[] = [
  "name",
  "health",
  "aloneRoute",
  "guardianName",
  "guardianPhone",
  "secondGuardianName",
  "secondGuardianPhone",
  "guardianRelation",
  "collectorName",
  "collectorRelation",
];
/** Only asked for so far, so on nobody's list. */
const unseen: readonly Field[] = ["oneOffName", "oneOffRelation"];
const owned = all.filter((field) => !["secondGuardianPhone", ...unseen].includes(field));
interface Role {
  readonly as: string | null;
  readonly may: readonly Field[];
  readonly hasDoor?: boolean;
  /** Asks about the date before, at which nobody opened. */
  readonly isLate?: boolean;
}
/** Who may read what of a child: an account, and every field that any route may show it. */
const roles: Readonly<Record<string, Role>> = {
  nobody: { as: null, may: [] },
  resident: { as: "he", may: [] },
  "grid worker": { as: "worker", may: [] },
  "secretary and administrator": { as: "secretary", may: [] },
  "vetted adult not on duty": { as: "wang", may: [] },
  "unvetted adult on the roster": { as: "sun", may: [] },
  "director of another home at the place": { as: "lin", may: [] },
  "adult on duty, the day after": { as: "zhao", may: [], isLate: true },
  "adult on duty": { as: "zhao", may: leading },
  "director of the home": { as: "luo", may: all },
  "guardian at the door": { as: null, may: owned, hasDoor: true },
};
/** Who reads whose reasons: whoever sees plans why a date is off, whoever leads why somebody left, and whoever may confirm it why a rule is to be set aside. */
const readers: Readonly<Record<Reason, readonly string[]>> = {
  off: ["grid worker", "secretary and administrator", "director of the home"],
  leave: ["adult on duty", "director of the home"],
  override: ["secretary and administrator", "director of the home"],
};
const kitNames = ["kit_outbox", "kit_audit", "kit_access_log", "kit_access_subject", "kit_idempotency", "kit_task", "kit_job", "kit_event_seen"] as const;
const isLast = ({ path }: Registered): boolean => /erasure|close|\/end$|cancel|call-off/.test(path);

let stage: CanaryStage;
let routes: readonly Registered[];
let sent: readonly string[];
const kept: (readonly [string, string])[] = [];
const seen: { readonly role: string; readonly route: Registered; readonly shown: Shown }[] = [];
beforeAll(async () => {
  stage = await setCanaryStage();
  routes = registeredRoutes(stage.app, "children-activities");
  // First whatever only reads, for everybody; then whatever writes, from who may least to who may most, and what ends something last.
  const writes = routes.filter(({ reads }) => !reads);
  const ranked = Object.entries(roles).sort(([a], [b]) => Number(a.startsWith("secretary")) - Number(b.startsWith("secretary")));
  for (const step of [routes.filter(({ reads }) => reads), writes.filter((route) => !isLast(route)), writes.filter(isLast)]) {
    if (step.some(isLast)) [sent] = [await deliverAll(stage.app), await keepRows()] as const;
    for (const [role, { as, hasDoor, isLate }] of ranked)
      for (const route of step) {
        const known = { ...stage.known, ...(hasDoor && stage.door), ...(isLate && stage.dayBefore) };
        seen.push({ role, route, shown: await askRoute(stage, route, as, known) });
      }
  }
  await keepRows();
}, 120_000);
afterAll(() => stage.app.close());
/** What the platform's tables hold now, to be searched; before letters go with whom they were for, and after. */
async function keepRows(): Promise<void> {
  const { kit } = stage.app.app.platform.database;
  for (const name of kitNames) kept.push([name, JSON.stringify(await kit.selectFrom(name).selectAll().execute())]);
}

test("no role reads a field of a child beyond its right by any route of the router", () => {
  const beyond = seen.flatMap(({ role, route, shown }) =>
    fieldsIn(shown.text)
      .filter((field) => !roles[role]!.may.includes(field))
      .map((field) => `${role}: ${route.method} ${route.path} shows ${field}`),
  );

  expect(seen).toHaveLength(routes.length * Object.keys(roles).length);
  expect(beyond).toEqual([]);
});

test("a home's child is shown to the director of that home alone, whatever other home is at the place", () => {
  const strayed = seen.filter(({ role, shown }) => role !== "director of another home at the place" && otherFieldsIn(shown.text).length > 0);

  expect(strayed.map(({ role, route }) => `${role}: ${route.path}`)).toEqual([]);
  expect(seen.filter(({ shown }) => otherFieldsIn(shown.text).length > 0)).toHaveLength(0);
});

test("who has no right gets nothing done either: every write of a child or a session is refused", () => {
  const own = new Set([
    "nobody",
    "resident",
    "grid worker",
    "vetted adult not on duty",
    "unvetted adult on the roster",
    "director of another home at the place",
    "adult on duty, the day after",
  ]);
  const done = seen.filter(({ role, route, shown }) => own.has(role) && !route.reads && shown.status < 400);

  expect(done.map(({ role, route }) => `${role}: ${route.method} ${route.path}`)).toEqual([]);
});

test("each reading route answers somebody, and each field is read by somebody: the matrix looks at what is there", async () => {
  const silent = routes.filter((route) => route.reads && !seen.some((one) => one.route === route && one.shown.status === 200));
  const shown = new Set(seen.flatMap((one) => fieldsIn(one.shown.text)));
  const lines = routes.flatMap((route) =>
    seen.flatMap(({ role, ...one }) =>
      one.route === route && fieldsIn(one.shown.text).length > 0
        ? [`| ${route.method} ${route.path} | ${role} | ${fieldsIn(one.shown.text).join(", ")} |`]
        : [],
    ),
  );
  const head = ["# Who reads which field of a child", "", "Every other route shows no field to any role.", "", "| Route | Role | Fields |", "|---|---|---|"];

  expect(silent.map(({ path }) => path)).toEqual([]);
  expect(all.filter((field) => !shown.has(field))).toEqual(unseen);
  await expect([...head, ...new Set(lines), ""].join("\n")).toMatchFileSnapshot("../../plugins/children-activities/contract/fields.md");
});

test("every showing of a child's field stands in the access log: by whom, by which route and for which of the plugin's purposes", async () => {
  const { kit } = stage.app.app.platform.database;
  const rows = await kit.selectFrom("kit_access_log").select(["route", "purpose", "account"]).execute();
  const shown = seen
    .filter((one) => fieldsIn(one.shown.text).length > 0)
    .map(({ role, route: { method, path } }) => ({ path: `children-activities ${method} ${path}`, as: roles[role]!.as }));
  const unlogged = shown.filter(({ path, as }) => !rows.some(({ route, account }) => route === path && (as === null || account === as)));

  expect(shown.length).toBeGreaterThan(5);
  expect(unlogged).toEqual([]);
  expect(
    [...new Set(rows.map(({ purpose }) => purpose.replace("children-activities.", "")))].filter((purpose) => !(purpose in childrenActivities.purposes)),
  ).toEqual([]);
});

test("a reason in somebody's own words is read by who plans or leads and by nobody else, and stands in no record of what was done", () => {
  const read = seen.flatMap(({ role, shown }) => reasonsIn(shown.text).map((reason) => [reason, role] as const));
  const found = Object.keys(reasons).map((reason) => [reason, [...new Set(read.flatMap(([one, role]) => (one === reason ? [role] : [])))].sort()]);

  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(readers).map(([reason, who]) => [reason, [...who].sort()])));
  expect(sent.filter((text) => reasonsIn(text).some((reason) => reason !== "off"))).toEqual([]);
  expect(kept.filter(([where, text]) => where !== "kit_outbox" && reasonsIn(text).length > 0).map(([where]) => where)).toEqual([]);
});

test("outbox, events, audit, access log, kept answers, tasks and the log hold no word of a child, nor what was mistyped", () => {
  const found = [...kept, ["log", stage.log.join("\n")] as const].flatMap(([where, text]) =>
    [
      ...fieldsIn(text).filter((field) => where !== "kit_outbox" || !asked.includes(field)),
      ...otherFieldsIn(text),
      ...(text.includes(typed) ? [typed] : []),
    ].map((word) => `${where}: ${word}`),
  );

  expect(stage.log.length).toBeGreaterThan(seen.length);
  expect(found).toEqual([]);
});

test("what reaches a real gateway and a real mail server names no child, no guardian and no collector in full", () => {
  expect(sent.length).toBeGreaterThan(2);
  expect([...new Set(sent.flatMap(fieldsIn))]).toEqual(asked);
});

test("after the guardian's erasure no route, row or open seal has a word of the child", async () => {
  const reads = await Promise.all(
    routes.filter(({ reads }) => reads).map(async (route) => [route.path, (await askRoute(stage, route, "luo", stage.known)).text] as const),
  );
  const tables = Object.values(stage.app.app.platform.parts.find((part) => part.plugin.id === "children-activities")!.plugin.tables as Record<string, any>);
  const opened = await stage.app.write("children-activities", async ({ db, disclose }) => {
    const rows = (await Promise.all(tables.map(({ name }) => db.selectFrom(name).selectAll().execute()))).flat() as Record<string, any>[];
    const sealed = rows.flatMap((row) => Object.values(row).filter((value) => value?.dataClass !== undefined));
    return `${JSON.stringify(rows)} ${(await disclose(sealed, "keep")).join(" ")}`;
  });

  expect(reads.filter(([, text]) => fieldsIn(text).length > 0)).toEqual([]);
  expect(fieldsIn(opened)).toEqual([]);
  expect(otherFieldsIn(opened).length).toBeGreaterThan(0);
});
