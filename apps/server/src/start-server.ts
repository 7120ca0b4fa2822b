import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadDoors, loadPlugins, readEnvironment, startServer, type Ports, type RunningServer } from "@lianxin/server-kit";
import { importPlugin } from "./import-plugin.js";
import config from "../lianxin.config.js";
import { serveExample } from "./load-example/example.route.js";
import { serveRecords } from "./show-records/records.route.js";

export { config };
export { beginStory } from "./load-example/begin-story.js";
export { getExample, type Example } from "./load-example/find-example.js";
export { getEmptyPlace, loadExample } from "./load-example/load-example.js";
export { findKind } from "./load-files/choose-kind.js";
export { fileKinds, openDesk, type CellRemark, type Counts, type DirectoryDesk, type FileKind } from "./load-files/directory-desk.js";
export { loadFile, previewFile } from "./load-files/load-file.js";
/** This package's folder, also when its code runs as part of a larger file. */
const here = (): string => dirname(createRequire(import.meta.url).resolve("@lianxin/server/package.json"));

/** The plugins that lianxin.config.ts enables. */
export const enabledPlugins = () => loadPlugins(config, importPlugin);

/** What the shell's build wrote. */
const webDist = (): string => join(dirname(createRequire(import.meta.url).resolve("@lianxin/web/package.json")), "dist");

const serveOurs: typeof serveExample = (http, platform) => {
  serveExample(http, platform);
  serveRecords(http, platform);
};

/** Starts Lianxin as the environment and lianxin.config.ts say; a rehearsal brings a clock of its own. */
export async function start(variables: Readonly<Record<string, string | undefined>>, folder: string, ports?: Ports): Promise<RunningServer> {
  const environment = readEnvironment(variables, folder);
  const plugins = await enabledPlugins();
  const doors = loadDoors({ plugins: Object.keys(config.plugins), root: here(), webDist: webDist() });
  return startServer({ environment, zone: config.zone, plugins, doors, serve: serveOurs, ...(ports && { ports }) });
}
