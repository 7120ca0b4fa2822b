import { col, definePlugin, defineServer, event, handlersFor, sensitive, table, type DatabaseOf } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPlugin, type Running } from "./start-plugin.js";

const note = table("odd_note", { id: col.id(), placePath: col.place(), ownerId: col.text(), text: col.sensitive("ownerId") });
const odd = definePlugin({
  id: "odd",
  tables: { note },
  permissions: { see: "看", write: "写" },
  events: { written: event(1, Type.Object({ noteId: Type.String() })) },
});
type OddDatabase = DatabaseOf<typeof odd>;
const heard: string[] = [];
let failing = 0;
const { route, on } = handlersFor(odd, () => ({}));
const place = ({ params }: { params: { readonly path: string } }) => ({ path: params.path });
const routes = {
  fail: route("GET /fail", {
    summary: "Fails",
    may: "anyone",
    at: "none",
    returns: Type.Object({}),
    handle: async () => Promise.reject(new Error("SELECT phone FROM person -- secret")),
  }),
  full: route("POST /full", {
    summary: "Finds the disk full",
    may: "anyone",
    at: "none",
    returns: Type.Object({}),
    handle: async () => Promise.reject(new Error("SQLITE_FULL: database or disk is full")),
  }),
  leak: route("GET /places/:path/leak", {
    summary: "Puts a sensitive value where its schema does not say so",
    may: odd.permissions.see,
    at: place,
    returns: Type.Object({ text: Type.String() }),
    handle: async ({ db }) => (await db.selectFrom("odd_note").select("text").limit(1).executeTakeFirstOrThrow()) as never,
  }),
  show: route("GET /places/:path/notes", {
    summary: "Shows notes",
    may: odd.permissions.see,
    at: place,
    returns: Type.Object({ notes: Type.Array(Type.Object({ id: Type.String(), text: sensitive(Type.String()) })) }),
    handle: async ({ db }) => ({ notes: await db.selectFrom("odd_note").selectAll().execute() }),
  }),
  write: route("POST /places/:path/notes", {
    summary: "Writes a note",
    may: odd.permissions.write,
    at: place,
    body: Type.Object({ text: Type.String() }),
    returns: Type.Object({ id: Type.String() }),
    async handle({ db, params, body, newId, actor, publish }) {
      const id = newId();
      await db.insertInto("odd_note").values({ id, placePath: params.path, ownerId: actor.personId!, text: body.text }).execute();
      publish("written", id, { noteId: id });
      return { id };
    },
  }),
  writeMany: route("POST /counts", {
    summary: "Counts a set at once",
    may: "anyone",
    at: "none",
    body: Type.Object({ n: Type.Integer() }),
    returns: Type.Object({ double: Type.Integer(), together: Type.Integer() }),
    handle: async ({ body }) => ({ double: body.n * 2, together: 1 }),
    handleMany: async (requests) => requests.map(({ body }) => (body.n < 0 ? new RangeError("negative") : { double: body.n * 2, together: requests.length })),
  }),
  writeManyAt: route("POST /places/:path/counts", {
    summary: "Counts a set at once for who may",
    may: odd.permissions.write,
    at: place,
    body: Type.Object({ n: Type.Integer() }),
    returns: Type.Object({ double: Type.Integer() }),
    handle: async ({ body }) => ({ double: body.n * 2 }),
    handleMany: async (requests) => requests.map(({ body }) => (body.n < 0 ? new RangeError("negative") : { double: body.n * 2 })),
  }),
};
const server = defineServer(odd, {
  services: () => ({}),
  routes,
  migrations: { first: (tools) => tools.createTable("odd_note", note.columns) },
  listeners: [
    on(odd.events.written, async ({ noteId }) => {
      if (failing-- > 0) throw new Error("not now");
      heard.push(noteId);
    }),
  ],
});

let app: Running;
beforeEach(async () => {
  heard.length = 0;
  failing = 0;
  app = await startPlugin(server);
  app.signInAs("ada");
  for (const permission of ["odd.see", "odd.write"]) app.grant("ada", permission, "/31/");
});
afterEach(() => app.close());
const write = (text: string, more = {}) => app.call("POST /places/:path/notes", { params: { path: "/31/" }, body: { text }, ...more });

test("an error of the program tells nothing of its inside", async () => {
  const { status, body, text } = await app.call("GET /fail");

  expect([status, body.code]).toEqual([500, "kit.unexpected"]);
  expect(text).not.toContain("phone");
});

test("a full disk is a 503 that says to try again, and reading goes on", async () => {
  const answer = await app.call("POST /full");

  expect([answer.status, answer.body.code, answer.headers["retry-after"]]).toEqual([503, "kit.notNow", "5"]);
  expect((await app.call("GET /places/:path/notes", { params: { path: "/31/" } })).status).toBe(200);
});

test("what is not there and what one may not reach answer alike", async () => {
  await write("hello");
  const bodyOf = async (path: string, url: string) => {
    const { status, body } = await app.call(url, { params: { path } });
    return { ...body, requestId: "", status };
  };

  expect(await bodyOf("/32/", "GET /places/:path/notes")).toEqual(await bodyOf("/31/", "GET /nowhere"));
});

test("a sensitive value under a plain schema is refused, not sent", async () => {
  await write("怕黑");

  const { status, text } = await app.call("GET /places/:path/leak", { params: { path: "/31/" } });

  expect(status).toBe(500);
  expect(text).not.toContain("怕黑");
});

test("a sensitive value is hidden until its reader asks, and then the reading is in the log before the answer", async () => {
  await write("怕黑");
  const read = async (headers = {}) => (await app.call("GET /places/:path/notes", { params: { path: "/31/" }, headers })).body.notes[0].text;

  expect([await read(), await read({ "x-show": "1" })]).toEqual(["＊＊＊", "怕黑"]);
  const log = await app.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "route", "dataClass", "count"]).execute();
  expect(log).toEqual([{ account: "ada", route: "odd GET /places/:path/notes", dataClass: "sensitive", count: 1 }]);
});

test("bodies are taken as they are: nothing is coerced and prototypes are not touched", async () => {
  const answers = [
    await app.call("POST /counts", { body: { n: "7" } }),
    await app.call("POST /counts", { body: { n: null } }),
    await app.call("POST /counts", { body: JSON.parse('{"n":1,"__proto__":{"x":1}}') }),
    await app.call("POST /counts", { body: { n: 1, extra: true } }),
  ];

  expect(answers.map((a) => a.status)).toEqual([400, 400, 400, 400]);
});

test("what is done wholly or not at all leaves nothing when it fails, and the request goes on", async () => {
  const note = (id: string) => ({ id, placePath: "/31/", ownerId: "p", text: id });
  const said = await app.write<string>("odd", async ({ db, wholly, publish, audit }) => {
    const add = async (id: string) => {
      await db.insertInto("odd_note").values(note(id)).execute();
      publish("written", id, { noteId: id });
      audit("written", id);
    };
    await add("before");
    await wholly(() => add("whole"));
    const failed = await wholly(async () => {
      await add("half");
      await wholly(() => add("inner"));
      throw new Error("no");
    }).catch((error: Error) => error.message);
    const refused = await wholly(() => db.insertInto("odd_note").values(note("whole")).execute()).catch(() => "twice");
    await add("after");
    return `${failed} ${String(refused)}`;
  });

  const notes = await app.db.selectFrom("odd_note").select("id").execute();
  const audited = (await app.audited()).flatMap(({ action, target }) => (action === "odd.written" ? [target] : []));
  expect([said, notes.map(({ id }) => id).sort()]).toEqual(["no twice", ["after", "before", "whole"]]);
  expect([audited, (await app.published()).map(({ payload }) => payload)]).toEqual([
    ["before", "whole", "after"],
    ["before", "whole", "after"].map((noteId) => ({ noteId })),
  ]);
});

test("a form of another site is refused, whatever it calls itself", async () => {
  const send = (headers: Record<string, string>, payload: string) => app.app.http.inject({ method: "POST", url: "/api/odd/counts", headers, payload });

  const answers = [
    await send({ "content-type": "text/plain" }, '{"n":1}'),
    await send({ "content-type": "application/x-www-form-urlencoded" }, "n=1"),
    await send({ "x-lianxin": "1", "content-type": "text/plain" }, '{"n":1}'),
  ];

  expect(answers.map((a) => a.statusCode)).toEqual([403, 403, 415]);
});

test("requests that wait together are handled as a set, with an answer or a refusal each", async () => {
  const answers = await Promise.all([1, 2, -1, 3].map((n) => app.call("POST /counts", { body: { n }, headers: { "idempotency-key": `k${n}` } })));

  expect(answers.map((a) => a.status)).toEqual([200, 200, 500, 200]);
  expect(answers.filter((a) => a.status === 200).map((a) => a.body.double)).toEqual([2, 4, 6]);
});

test("who lost the right gets no stored answer either, and the right back gives it", async () => {
  const headers = { "idempotency-key": "once" };
  const first = await write("a", { headers });
  app.revoke("ada", "odd.write");

  const refused = await write("a", { headers });
  app.grant("ada", "odd.write", "/31/");
  const again = await write("a", { headers });

  expect([first.status, refused.status, refused.body.code]).toEqual([200, 403, "kit.notAllowed"]);
  expect(again.body).toEqual(first.body);
});

test("a set asks the policy before it gives a stored answer, and what it refused may be tried again under its key", async () => {
  const count = (n: number, key: string) =>
    app.call("POST /places/:path/counts", { params: { path: "/31/" }, body: { n }, headers: { "idempotency-key": key } });
  const first = await Promise.all([count(1, "k1"), count(2, "k2")]);
  app.revoke("ada", "odd.write");
  const refused = await Promise.all([count(1, "k1"), count(3, "k3")]);
  app.grant("ada", "odd.write", "/31/");

  const again = await Promise.all([count(1, "k1"), count(3, "k3"), count(-1, "k4")]);
  const later = await count(-1, "k4");

  expect(first.map(({ status }) => status)).toEqual([200, 200]);
  expect(refused.map(({ status }) => status)).toEqual([403, 403]);
  expect(again.map(({ status, body }) => body.double ?? status)).toEqual([2, 6, 500]);
  expect([later.status, later.body.code]).toEqual([500, "kit.unexpected"]);
});

test("text that looks sealed is kept as it was typed", async () => {
  const answer = await write("lx1.contact.someone.odd_note/text/n1.AAAA", { params: { path: "/31/" } });

  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  expect((await app.call("GET /places/:path/notes", { params: { path: "/31/" }, headers: { "x-show": "1" } })).body.notes[0].text).toBe(
    "lx1.contact.someone.odd_note/text/n1.AAAA",
  );
});

test("every answer carries the headers that close a browser's doors", async () => {
  const { headers } = await app.call("GET /healthz", { of: "..", as: null });

  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect([headers["x-content-type-options"], headers["cross-origin-opener-policy"], headers["referrer-policy"]]).toEqual([
    "nosniff",
    "same-origin",
    "same-origin",
  ]);
});

export type { OddDatabase };
