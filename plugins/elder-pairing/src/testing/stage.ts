import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, aPerson, type SetUp } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import { startPlugin, type Answer, type CallInput, type Running } from "@lianxin/testing";
import server from "../server.js";
import { countySheets, type CountySheets } from "./story-county.js";

export interface Stage {
  readonly app: Running;
  readonly county: SetUp;
  call(path: string, more?: CallInput): Promise<Answer>;
  /** Uploads a sheet to be looked at. */
  preview(kind: string, name: string, bytes: Uint8Array, as?: string, mended?: object): Promise<Answer>;
  /** Brings a sheet in, slice by slice, as the page does; gives the sums and what was found. */
  importSheet(
    kind: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<{ added: number; changed: number; same: number; ended: number; preview: any; importId: string }>;
  /** One turn with the plugin's own context. */
  ask<T>(work: (ctx: any) => Promise<T>): Promise<T>;
}

export interface StageOptions {
  readonly at?: string;
  readonly config?: object;
  readonly log?: (line: string) => void;
}

const boundary = "lianxin-sheet";
const upload = (name: string, bytes: Uint8Array, mended: object): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="mended"\r\n\r\n${JSON.stringify(mended)}\r\n`),
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** Spring Festival 2027 as the story's made-up calendar has it: 除夕 on 02-05. */
const holidays = (year: number, days: readonly (readonly [string, string])[]) => ({
  year,
  days: days.map(([day, name]) => ({ day: `${year}-${day}`, name, isOffDay: true })),
  isFictional: true,
});

/** A county with its secretary ("secretary"); the clock stands at 09:00 on 3 September 2026 unless said otherwise. */
export async function setStage({ at, config, log }: StageOptions = {}): Promise<Stage> {
  const app = await startPlugin(server, { with: [directory, matters], ...(at && { at }), ...(config && { config }), ...(log && { log }) });
  const county = await aCommunity(app, { community: "示例县" });
  await aHolidayYear(app, holidays(2026, [["10-01", "国庆节"]]));
  await aHolidayYear(
    app,
    holidays(
      2027,
      ["02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "02-11"].map((day) => [day, "春节"] as const),
    ),
  );
  let keys = 0;
  const call: Stage["call"] = (path, { as = "secretary", headers, ...more } = {}) =>
    app.call(path, { as, ...more, headers: { "idempotency-key": `k${keys++}`, ...headers } });
  const preview: Stage["preview"] = (kind, name, bytes, as = "secretary", mended = {}) =>
    call("POST /places/:placeId/registers/:kind/preview", {
      as,
      params: { placeId: county.placeId, kind },
      body: upload(name, bytes, mended),
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
  return {
    ...{ app, county, call, preview },
    async importSheet(kind, name, bytes) {
      const looked = await preview(kind, name, bytes);
      if (looked.status !== 200) throw new Error(looked.text);
      const sums = { added: 0, changed: 0, same: 0, ended: 0 };
      const opened = await call("POST /places/:placeId/registers/:kind/imports", { params: { placeId: county.placeId, kind }, body: { fileName: name } });
      const all = [...looked.body.ready, ...looked.body.leaving];
      for (let i = 0; i < all.length; i += 100) {
        const lines = all.slice(i, i + 100);
        const stored = await call("POST /imports/:importId/lines", { params: { importId: opened.body.id }, body: { lines } });
        if (stored.status !== 200) throw new Error(stored.text);
        for (const deed of ["added", "changed", "same", "ended"] as const) sums[deed] += stored.body[deed];
      }
      return { ...sums, preview: looked.body, importId: opened.body.id };
    },
    ask: (work) => app.write("elder-pairing", work),
  };
}

/** The places of the county's sheets. */
export async function layOutPlaces({ app, county }: Stage, towns: CountySheets["towns"]): Promise<void> {
  await app.write("directory", async ({ services }) => {
    for (const { name, villages } of towns) {
      const town = await services.places.add({ name, kind: "town", parentId: county.placeId });
      for (const village of villages) await services.places.add({ name: village, kind: "village", parentId: town.id });
    }
  });
}

/** A small county: one township with so many villages, and whoever is named. */
export async function setSmallStage(villages: readonly string[], options: StageOptions = {}): Promise<Stage> {
  const stage = await setStage(options);
  await layOutPlaces(stage, [{ name: "柳河镇", villages }]);
  return stage;
}

/** The whole county of story A5 with both sheets in. */
export async function setStoryStage(options: { readonly at?: string } = {}): Promise<Stage & { readonly sheets: CountySheets }> {
  const stage = await setStage(options);
  const sheets = countySheets();
  await layOutPlaces(stage, sheets.towns);
  return { ...stage, sheets };
}

/** A grid leader of a village, by its path, with an account. */
export async function aGridLeader({ app, ask }: Stage, villageName: string, account: string): Promise<string> {
  const row = await ask(({ db }) => db.selectFrom("directory_v1_place").select("id").where("name", "=", villageName).executeTakeFirstOrThrow());
  return aPerson(app, { fullName: "李建平", account, role: "grid_leader", rolePlaceId: (row as { id: string }).id });
}
