import { col, definePlugin, defineServer, handlersFor, table } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPlugin, type Running } from "./start-plugin.js";

const tally = table("odd_tally", { id: col.id() });
const odd = definePlugin({ id: "odd", tables: { tally } });
const { route } = handlersFor(odd, () => ({}));
const anyone = { may: "anyone", at: "none", returns: Type.Object({}) } as const;
const write = async ({ db, newId }: { readonly db: any; readonly newId: () => string }) => {
  await db.insertInto("odd_tally").values({ id: newId() }).execute();
  return {};
};
const routes = {
  get: route("GET /tally", { summary: "Writes where it may only read", ...anyone, handle: write }),
  reads: route("POST /look", { summary: "Reads what is too long for an address, and writes", reads: true, ...anyone, handle: write }),
  prepares: route("POST /prepared", { summary: "Writes while it prepares", ...anyone, prepare: write, handle: async () => ({}) }),
  writes: route("POST /tally", { summary: "Writes", ...anyone, handle: write }),
};
const server = defineServer(odd, { services: () => ({}), routes, migrations: { first: (tools) => tools.createTable("odd_tally", tally.columns) } });

let app: Running;
beforeAll(async () => {
  app = await startPlugin(server);
});
afterAll(() => app.close());
const counted = async (): Promise<number> =>
  (await app.write("odd", ({ db }: any): Promise<unknown[]> => db.selectFrom("odd_tally").selectAll().execute())).length;

test.each(["GET /tally", "POST /look", "POST /prepared"])("%s writes nothing past the lane, though its handler tries", async (path) => {
  const { status } = await app.call(path);

  expect([status, await counted()]).toEqual([500, 0]);
});

test("the same from a route that writes is written", async () => {
  const { status } = await app.call("POST /tally");

  expect([status, await counted()]).toEqual([200, 1]);
});
