import { Type } from "typebox";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import {
  byId,
  col,
  contact,
  definePlugin,
  event,
  handlersFor,
  table,
  view,
  within,
  wrapSealed,
  type Classified,
  type DatabaseOf,
  type PluginContext,
  type Scope,
} from "./index.js";

const shift = table("volunteer_days_shift", {
  id: col.id(),
  placePath: col.place(),
  leaderId: col.ref("directory_person").nullable(),
  leaderPhone: col.contact("leaderId"),
  note: col.sensitive("leaderId").nullable(),
  capacity: col.int(),
  isOpen: col.bool(),
});
const bare = table("volunteer_days_word", { id: col.id(), text: col.text() });
const days = definePlugin({
  id: "volunteer-days",
  tables: { shift, bare },
  permissions: { plan: "排班" },
  events: { planned: event(1, Type.Object({ count: Type.Integer() })) },
});
type Days = DatabaseOf<typeof days>;
const services = (_: PluginContext<typeof days>) => ({});
const { route } = handlersFor(days, services);
const never = null! as Kysely<Days>;
const scope = null! as Scope;
const none = { summary: "", may: "anyone", at: "none" } as const;

/** Never run: each marked line must not compile, and the type check of the tests is what proves it. */
export function whatDoesNotCompile(): void {
  // @ts-expect-error a table must start with the plugin's id
  definePlugin({ id: "voting", tables: { shift } });
  // @ts-expect-error a classified column names a column of its table as its subject
  table("volunteer_days_card", { id: col.id(), phone: col.contact("ownerId") });
  // @ts-expect-error a view publishes no contact value
  view({ id: col.id(), phone: col.contact("id") });
  // @ts-expect-error a foreign table is not there
  never.selectFrom("meetings_meeting");
  // @ts-expect-error sealed text is not compared
  never.selectFrom("volunteer_days_shift").where("leaderPhone", "=", "138");
  // @ts-expect-error a table without a place has no scope
  within(never, scope, "volunteer_days_word");
  // @ts-expect-error a home-made scope is none
  within(never, { paths: ["/"] }, "volunteer_days_shift");
  // @ts-expect-error who may is not said
  route("GET /a", { summary: "", at: "none", returns: Type.Object({}), handle: async () => ({}) });
  // @ts-expect-error the place is not said
  route("GET /a", { summary: "", may: "anyone", returns: Type.Object({}), handle: async () => ({}) });
  // @ts-expect-error a permission of nobody
  route("GET /a", { ...none, may: { id: "x" }, returns: Type.Object({}), handle: async () => ({}) });
  route("GET /a", {
    ...none,
    returns: Type.Object({ phone: Type.String() }),
    // @ts-expect-error a plain schema around a contact value
    handle: async ({ db }) => byId(db, "volunteer_days_shift", "1").select("leaderPhone as phone").executeTakeFirstOrThrow(),
  });
  // @ts-expect-error a list handler alone has a scope
  route("GET /a/:id", { ...none, returns: Type.Object({}), handle: async ({ scope: paths }) => ({ paths }) });
  route("GET /a/:id", {
    ...none,
    returns: Type.Object({ n: Type.Integer() }),
    async handle({ params, publish }) {
      // @ts-expect-error a param the path does not have
      String(params.idd);
      // @ts-expect-error an event the manifest does not name
      publish("nope", "x", {});
      // @ts-expect-error another payload than the event's
      publish("planned", "x", { count: "1" });
      return { n: 1 };
    },
  });
}

/** Compiles: the same, as it should be written. */
export const whatCompiles = [
  route("GET /list", {
    summary: "",
    may: days.permissions.plan,
    at: "list",
    returns: Type.Object({ phones: Type.Array(contact(Type.String())) }),
    handle: async ({ db, scope: reach }) => ({
      phones: (await within(db, reach, "volunteer_days_shift").select("leaderPhone").execute()).map((r) => r.leaderPhone),
    }),
  }),
  route("POST /a/:id", {
    summary: "",
    may: "signed-in",
    at: ({ params }) => ({ path: `/${params.id}/` }),
    body: Type.Object({ phone: Type.String() }),
    returns: Type.Object({}),
    async handle({ db, body, newId }) {
      const row = { id: newId(), placePath: "/", leaderId: null, leaderPhone: body.phone, note: null, capacity: 1, isOpen: true };
      await db.insertInto("volunteer_days_shift").values(row).execute();
      return {};
    },
  }),
];

const sealed = "lx1.contact.person-1.directory_channel/address/c1.AAAA";

test("sealed text becomes a value that says its class and its person, and nothing else", () => {
  const value = wrapSealed(sealed) as Classified;

  expect([value.dataClass, value.subject, JSON.stringify({ value }), Object.keys(value)]).toEqual([
    "contact",
    "person-1",
    '{"value":"[contact]"}',
    ["dataClass", "subject"],
  ]);
});

test("a sealed value cannot be put into text", () => {
  const value = wrapSealed(sealed) as Classified;

  expect(() => `${value as unknown as string}`).toThrow("CLASSIFIED_IN_TEXT");
  expect(() => "" + (value as unknown as string)).toThrow("CLASSIFIED_IN_TEXT");
});

test("other text stays as it is", () => {
  expect(["hello", "lx1.", "lx1.contact", 7, null].map(wrapSealed)).toEqual(["hello", "lx1.", "lx1.contact", 7, null]);
});
