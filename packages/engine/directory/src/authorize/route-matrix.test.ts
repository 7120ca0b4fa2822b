import { startPlugin, type Answer, type Running } from "@lianxin/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Route } from "@lianxin/plugin-kit";
import * as routes from "../routes.js";
import server from "../server.js";
import { aCommunity, anOrganization, aPerson, aPlace, aVenue } from "../testing.js";
import { roleKinds, type RoleKind } from "../words.js";

/** Written by hand from ui.md and the glossary, not from the code under test. */
const mayDo: Readonly<Record<string, readonly RoleKind[]>> = {
  "directory.see": ["administrator", "secretary", "grid_leader", "grid_worker", "recorder", "auditor"],
  "directory.edit": ["administrator", "secretary", "grid_leader", "grid_worker"],
  "directory.giveRoles": ["administrator", "secretary"],
  "directory.erase": ["administrator"],
  "directory.import": ["administrator", "secretary"],
  "directory.arrange": ["administrator", "secretary"],
};
const seesPhones: readonly RoleKind[] = ["administrator", "secretary", "grid_leader"];
const phone = "19900007777";

/** Requests of a right shape that change nothing: another rule refuses them once the policy let them through. */
const bodies: Readonly<Record<string, (at: Ids) => object>> = {
  "POST /people": ({ placeId }) => ({ fullName: " ", placeId }),
  "PATCH /people/:personId": () => ({ version: 999 }),
  "POST /people/:personId/channels": () => ({ kind: "phone", address: "123" }),
  "POST /people/:personId/proxies": () => ({ deputyId: "nobody", reason: "helper", fromOn: "2026-09-01" }),
  "POST /proxies/:proxyId/end": () => ({ lastOn: "2026-02-30" }),
  "POST /people/:personId/roles": ({ placeId }) => ({ kind: "volunteer", placeId, fromOn: "2026-02-30" }),
  "POST /roles/:roleId/end": () => ({ lastOn: "2026-02-30" }),
  "POST /people/:personId/accounts": () => ({ holderId: "nobody" }),
  "POST /people/:personId/erasure": () => ({ name: "别人" }),
  "POST /people/:personId/merges": ({ personId }) => ({ mergedId: personId }),
  "POST /people/:personId/consents": () => ({ purpose: "公示姓名", textVersion: "2026", givenBy: "nobody" }),
  "PUT /people/:personId/weekly-hours": () => ({ weekly: [{ weekday: 1, fromTime: "10:00", toTime: "09:00" }] }),
  "POST /people/:personId/busy": () => ({ startsAt: "2026-09-09T04:00:00Z", endsAt: "2026-09-09T03:00:00Z", kind: "work" }),
  "POST /organizations": ({ placeId }) => ({ name: " ", kind: "other", placeId }),
  "PATCH /organizations/:organizationId": () => ({ version: 999 }),
  "POST /places": ({ placeId }) => ({ parentId: placeId, name: "社区", kind: "community" }),
  "PATCH /places/:placeId": () => ({ version: 999 }),
  "POST /places/:placeId/covers": () => ({ coveredId: "nowhere" }),
  "POST /venues": ({ placeId }) => ({ placeId, name: " ", kind: "hall", seats: 1, equipment: [], openings: [], closures: [] }),
  "PUT /venues/:venueId": () => ({ name: "厅", kind: "hall", seats: 1, equipment: [], openings: [], closures: [], version: 999, isClosed: false }),
  "POST /imports": ({ placeId }) => ({ kind: "people", placeId, fileName: "a.csv" }),
  "POST /imports/:importId/lines": () => ({ lines: [{ line: 1, values: { fullName: "甲", phone: "123" } }] }),
};
/** Of the community as a whole, of nobody's place, or taking a file: each is tried in a test of its own feature. */
const elsewhere = ["PUT /settings", "PUT /holidays/:year", "GET /settings", "GET /holidays", "GET /self", "POST /places/:placeId/imports/:kind/preview"];
const annotated = "POST /places/:placeId/imports/:kind/annotated";

interface Ids extends Readonly<Record<string, string>> {
  readonly placeId: string;
  readonly personId: string;
}
let app: Running;
let here: Ids;
let there: Ids;
const all = Object.values(routes) as readonly Route[];
const permissionOf = (route: Route): string => (typeof route.may === "object" ? route.may.id : route.may);

async function aGround(name: string): Promise<Ids> {
  const place = await aPlace(app, { name });
  const personId = await aPerson(app, { fullName: `居民${name}`, placeId: place.id, account: `of ${name}`, channels: [{ kind: "phone", address: phone }] });
  const venueId = await aVenue(app, { placeId: place.id });
  const organizationId = await anOrganization(app, { placeId: place.id });
  const overlay = await aPlace(app, { name: `网格${name}`, kind: "grid", scheme: "security", parentId: place.id });
  return app.write("directory", async ({ services, db, clock }) => {
    const now = { fromOn: clock.today(), givenBy: null };
    const deputyId = await services.people.add({ fullName: `代办${name}`, placeId: place.id, enteredBy: null });
    const proxyId = await services.proxies.appoint({ principalId: personId, deputyId, reason: "helper", fromOn: clock.today(), enteredBy: null });
    const roleId = await services.roles.give({ personId, kind: "volunteer", placeId: place.id, ...now });
    const consentId = await services.consents.record({ personId, purpose: "公示", textVersion: "1", givenBy: personId, enteredBy: null });
    await services.consents.withdraw(consentId, personId);
    const mergedId = await services.people.add({ fullName: `同${name}`, placeId: place.id, enteredBy: null });
    const mergeId = await services.merges.merge(personId, mergedId, { personId: null, answers: true });
    await services.merges.undo(mergeId);
    const importId = await services.imports.start({ kind: "people", placeId: place.id, fileName: "a.csv", by: null });
    await services.imports.undo(importId);
    await services.places.cover(overlay.id, place.id);
    const { id: coverId } = await db.selectFrom("directory_coverage").select("id").where("overlayId", "=", overlay.id).executeTakeFirstOrThrow();
    await services.places.endCover(coverId);
    const none = { channelId: "none", busyId: "none", linkId: "none", kind: "people", year: "2026" };
    return { ...none, placeId: place.id, personId, venueId, organizationId, proxyId, roleId, consentId, mergeId, importId, coverId };
  });
}

beforeAll(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  await aCommunity(app);
  [here, there] = [await aGround("甲苑"), await aGround("乙苑")];
  await aPerson(app, { fullName: "自己", placeId: here.placeId, account: "own", channels: [{ kind: "phone", address: phone }] });
  for (const kind of roleKinds) await aPerson(app, { fullName: `任${kind}`, placeId: here.placeId, role: kind, account: accountOf(kind)! });
});
afterAll(() => app.close());

/** Not the first person's, whose account is called "secretary". */
const accountOf = (kind: RoleKind | null): string | null => (kind === null ? null : `${kind} of the compound`);
let keys = 0;
const ask = (route: Route, at: Ids, as: string | null): Promise<Answer> =>
  app.call(route.path, { as, params: at, body: bodies[route.path]?.(at) ?? {}, headers: { "idempotency-key": `m${keys++}`, "x-show": "1" } });
const isDenied = ({ status }: Answer): boolean => [401, 403, 404].includes(status);

test("every route that asks for a permission at a place is in this matrix", () => {
  const asked = all.filter((route) => typeof route.at === "function" && !elsewhere.includes(route.path) && route.path !== annotated);

  expect(asked.filter((route) => !route.path.startsWith("GET ") && /^(POST|PUT|PATCH)/.test(route.path)).map((route) => route.path)).toEqual(
    expect.arrayContaining(Object.keys(bodies)),
  );
  expect(all.filter((route) => typeof route.may === "object").every((route) => permissionOf(route) in mayDo)).toBe(true);
});

test("each role does at its own place what it may, nothing more, and nothing at another place", { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  const asked = all.filter((route) => typeof route.at === "function" && !elsewhere.includes(route.path) && route.path !== annotated);
  for (const route of asked)
    for (const kind of [...roleKinds, null])
      for (const at of [here, there]) {
        const answer = await ask(route, at, accountOf(kind));
        const isAllowed = kind !== null && at === here && mayDo[permissionOf(route)]!.includes(kind);
        if (isDenied(answer) === isAllowed)
          wrong.push(`${kind ?? "nobody"} ${route.path} ${at === here ? "here" : "there"}: ${answer.status} ${answer.body?.code}`);
      }

  expect(wrong).toEqual([]);
});

test("a phone is shown to who may see it at its place, on request, and to nobody else by any route", { timeout: 120_000 }, async () => {
  const leaks: string[] = [];
  const shown: string[] = [];
  for (const route of all.filter(({ path }) => path.startsWith("GET ")))
    for (const kind of [...roleKinds, null])
      for (const at of [here, there]) {
        const { text } = await ask(route, at, accountOf(kind));
        if (!text.includes(phone)) continue;
        if (kind === null || !seesPhones.includes(kind) || (at === there && typeof route.at === "function")) leaks.push(`${kind ?? "nobody"} ${route.path}`);
        else shown.push(route.path);
      }

  expect(leaks).toEqual([]);
  expect([...new Set(shown)].sort()).toEqual(["GET /people", "GET /people/:personId", "GET /people/:personId/channels"]);
});

test("without being asked to show, nobody gets more than the mask; and every reveal stands in the log first", async () => {
  const log = () => app.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "route", "dataClass"]).execute();
  const masked = await app.call("GET /people/:personId/channels", { as: "secretary", params: here });
  const before = await log();

  const revealed = await app.call("GET /people/:personId/channels", { as: "secretary", params: here, headers: { "x-show": "1" } });
  const rows = (await log()).slice(before.length);

  expect([masked.body.channels[0].address, revealed.body.channels[0].address]).toEqual(["199****7777", phone]);
  expect(rows).toEqual([{ account: "secretary", route: expect.stringContaining("/people/:personId/channels"), dataClass: "contact" }]);
});

test("everybody reads their own in full", async () => {
  const own = await app.call("GET /self", { as: "own", headers: { "x-show": "1" } });

  expect(own.body.channels).toMatchObject([{ address: phone }]);
});
