import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { underscored, type Table, type View } from "@lianxin/plugin-kit";
import { createApp, createLog, KeyRing, openDatabase, openMasterKey } from "@lianxin/server-kit";
import { testPorts } from "@lianxin/testing";
import { kitTables } from "../../packages/server-kit/src/kit-tables.js";
import { authTables } from "../../packages/server-kit/src/sign-in/auth-tables.js";
import { chooseOpenApi, type OpenApi } from "./choose-openapi.js";
import { describeEvents } from "./describe-events.js";
import { describePermissions } from "./describe-permissions.js";
import { describeTables } from "./describe-tables.js";
import type { FoundPlugin } from "./find-doors.js";

/** What the running platform says of its routes, with every plugin of the repository on a database of its own. */
async function describeRoutes(plugins: readonly FoundPlugin[]): Promise<OpenApi> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-contract-"));
  const database = openDatabase({ file: join(folder, "lianxin.sqlite") });
  const ports = testPorts();
  const keyRing = new KeyRing(await openMasterKey(join(folder, "keys"), ports.random), ports);
  const sessions = () => ({ accountOf: async () => undefined });
  const app = await createApp({ database, ports, keyRing, plugins: plugins.map(({ part }) => ({ server: part })), log: createLog("silent"), sessions });
  const described = app.http.swagger() as unknown as OpenApi;
  await app.drain();
  await database.close();
  await rm(folder, { recursive: true, force: true });
  return described;
}

function contractOf({ folder, part }: FoundPlugin, routes: OpenApi): [string, string][] {
  const { id, tables, views } = part.plugin as { id: string; tables: Record<string, Table>; views: Record<string, View> };
  const published = Object.fromEntries(Object.entries(views).map(([name, view]) => [`${underscored(id)}_${name}`, view]));
  return [
    [`${folder}/contract/openapi.json`, `${JSON.stringify(chooseOpenApi(routes, id), null, 2)}\n`],
    [`${folder}/contract/tables.md`, describeTables(id, Object.values(tables), published)],
    [`${folder}/contract/events.md`, describeEvents(part)],
    [`${folder}/contract/permissions.md`, describePermissions(part)],
  ];
}

/** The contracts of these plugins and of the platform: path from the root of the repository → text. The same sources give the same bytes. */
export async function contractFiles(plugins: readonly FoundPlugin[]): Promise<Map<string, string>> {
  const routes = await describeRoutes(plugins);
  const platform: [string, string] = [
    "packages/server-kit/contract/tables.md",
    describeTables("the platform", [...Object.values(kitTables), ...Object.values(authTables)]),
  ];
  return new Map([platform, ...plugins.flatMap((plugin) => contractOf(plugin, routes))]);
}
