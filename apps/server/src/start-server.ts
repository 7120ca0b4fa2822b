import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  loadDoors,
  loadPlugins,
  readEnvironment,
  startServer,
  type Environment,
  type Ports,
  type RunningServer,
  type ServerOptions,
  type ShowLetter,
} from "@lianxin/server-kit";
import { importPlugin } from "./import-plugin.js";
import config from "../lianxin.config.js";
import { houseCommands } from "./house-commands/house-commands.js";
import { serveExample } from "./load-example/example.route.js";
import { serveRecords } from "./show-records/records.route.js";

export { config };
export { fillExample } from "./house-commands/fill-example.js";
export { checkHouse, verifyRecords } from "./house-commands/house-commands.js";
export { tendDead } from "./house-commands/tend-dead.js";
export { tendKeys } from "./house-commands/tend-keys.js";
export { importFile, type ImportedFile } from "./house-commands/import-file.js";
export { getExample, type Example } from "./load-example/find-example.js";
export { getEmptyPlace, loadExample } from "./load-example/load-example.js";
export { fileKinds, openDesk, type DirectoryDesk, type FileKind } from "./load-files/directory-desk.js";
export { loadFile, previewFile } from "./load-files/load-file.js";
/** This package's folder, also when its code runs as part of a larger file. */
const here = (): string => dirname(createRequire(import.meta.url).resolve("@lianxin/server/package.json"));

/** The plugins that lianxin.config.ts enables. */
export const enabledPlugins = () => loadPlugins(config, importPlugin);

/** What the shell's build wrote. */
const webDist = (): string => join(dirname(createRequire(import.meta.url).resolve("@lianxin/web/package.json")), "dist");

const serveOurs =
  (environment: Environment): NonNullable<ServerOptions["serve"]> =>
  (http, platform, forgetActors) => {
    serveExample(environment)(http, platform, forgetActors);
    serveRecords(http, platform);
  };

/** Starts Lianxin as the environment and lianxin.config.ts say; a rehearsal brings a clock of its own. `show`: messages that nothing sends. */
export async function start(
  variables: Readonly<Record<string, string | undefined>>,
  folder: string,
  { ports, show }: { readonly ports?: Ports; readonly show?: ShowLetter } = {},
): Promise<RunningServer> {
  const environment = readEnvironment(variables, folder);
  const plugins = await enabledPlugins();
  const doors = loadDoors({ plugins: Object.keys(config.plugins), root: here(), webDist: webDist() });
  return startServer({
    environment,
    zone: config.zone,
    plugins,
    doors,
    serve: serveOurs(environment),
    commands: houseCommands,
    ...(ports && { ports }),
    ...(show && { show }),
  });
}
