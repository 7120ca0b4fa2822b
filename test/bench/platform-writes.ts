import { join } from "node:path";
import { col, definePlugin, defineServer, event, handlersFor, prepared, table, type DatabaseOf } from "@lianxin/plugin-kit";
import { createApp, createLog, KeyRing, openDatabase, openMasterKey, systemPorts, type App } from "@lianxin/server-kit";
import type { Kysely } from "kysely";
import { Type } from "typebox";

const shift = table("bench_shift", { id: col.id(), taken: col.int(), capacity: col.int() });
const signUp = table("bench_sign_up", { id: col.id(), shiftId: col.ref("bench_shift"), personId: col.text(), at: col.instant() });
const signedUp = event(1, Type.Object({ personId: Type.String() }));
const bench = definePlugin({ id: "bench", tables: { shift, signUp }, events: { signedUp } });
type BenchDatabase = DatabaseOf<typeof bench>;
const services = () => ({});
const { route } = handlersFor(bench, services);

const findShift = prepared((db: Kysely<BenchDatabase>, p: { id: string }) => db.selectFrom("bench_shift").select(["id", "capacity"]).where("id", "=", p.id));
const takePlace = prepared((db: Kysely<BenchDatabase>, p: { id: string }) =>
  db
    .updateTable("bench_shift")
    .set((eb) => ({ taken: eb("taken", "+", 1) }))
    .where("id", "=", p.id)
    .whereRef("taken", "<", "capacity")
    .returning("id"),
);
const addSignUp = prepared((db: Kysely<BenchDatabase>, p: { id: string; shiftId: string; personId: string; at: string }) =>
  db.insertInto("bench_sign_up").values({ id: p.id, shiftId: p.shiftId, personId: p.personId, at: p.at }),
);

/** Six statements: look up, count, insert, the stored answer, an audit row and an outbox row. */
const signUpRoute = route("POST /shifts/:id/sign-ups", {
  summary: "Take a place",
  may: "anyone",
  at: "none",
  body: Type.Object({ personId: Type.String() }),
  returns: Type.Object({ id: Type.String() }),
  async handle({ db, params, body, newId, clock, audit, publish }) {
    const found = await findShift.first(db, params);
    const taken = await takePlace.execute(db, params);
    if (!found || taken.length === 0) throw new Error("full");
    const id = newId();
    await addSignUp.execute(db, { id, shiftId: params.id, personId: body.personId, at: clock.now() });
    audit("signUp", id, { shift: params.id });
    publish("signedUp", id, { personId: body.personId });
    return { id };
  },
});
const server = defineServer(bench, {
  services,
  routes: { signUp: signUpRoute },
  migrations: {
    first: async (tools) => {
      await tools.createTable("bench_shift", shift.columns);
      await tools.createTable("bench_sign_up", signUp.columns);
    },
  },
});
const authority = defineServer(definePlugin({ id: "rights" }), {
  services,
  authority: () => ({
    personOf: async (a) => a,
    introduce: async () => ({ name: "", roles: [] }),
    welcome: async () => "",
    grantsOf: async () => [],
    maySee: async () => false,
  }),
});

/** The platform with one plugin that takes sign-ups, on a file in this folder. */
export async function startBooking(folder: string): Promise<{ app: App; close(): Promise<void> }> {
  const ports = systemPorts("Asia/Shanghai");
  const database = openDatabase({ file: join(folder, "bench.sqlite") });
  const app = await createApp({
    database,
    ports,
    keyRing: new KeyRing(await openMasterKey(join(folder, "keys"), ports.random), ports),
    plugins: [{ server }, { server: authority }],
    log: createLog("silent"),
    requestsPerMinute: 10_000_000,
    sessions: () => ({ accountOf: async (cookie) => (cookie ? { accountId: cookie } : undefined) }),
  });
  await app.platform.lane.run(async ({ root }) => {
    const { fenced } = await import("@lianxin/server-kit");
    await fenced<BenchDatabase>(root, app.platform.fences.get("bench")!)
      .insertInto("bench_shift")
      .values({ id: "s", taken: 0, capacity: 10_000_000 })
      .execute();
  });
  return {
    app,
    async close() {
      await app.drain();
      await database.close();
    },
  };
}

/** Writes through the general lane, by route, `together` at a time; per second. */
export async function writesPerSecond(app: App, count: number, together: number): Promise<number> {
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      const answer = await app.http.inject({
        method: "POST",
        url: "/api/bench/shifts/s/sign-ups",
        headers: { "x-lianxin": "1", "idempotency-key": `k${started}-${n}` },
        payload: { personId: `p${n}` },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return (count / (performance.now() - started)) * 1000;
}
