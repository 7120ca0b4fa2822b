import type { Platform } from "../answer-requests/platform.js";
import type { Ports } from "../ports.js";
import { orderPlugins } from "../start-plugins/order-plugins.js";
import { migrateAll } from "./create-app.js";
import type { Store } from "./open-store.js";
import { platformOf } from "./platform-of.js";
import type { Environment } from "./read-environment.js";
import { readConfigs, type EnabledPlugin } from "./read-config.js";

/** The plugins on an open store without HTTP and background work, for a command: tables brought up to date, guarded queries, the write lane. */
export async function openPlatform({
  store,
  plugins,
  ports,
  environment,
}: {
  readonly store: Store;
  readonly plugins: readonly EnabledPlugin[];
  readonly ports: Ports;
  readonly environment: Pick<Environment, "url">;
}): Promise<Platform> {
  const parts = orderPlugins(plugins.map((p) => p.server));
  await migrateAll(store.database, parts);
  const { database, keyRing } = store;
  return platformOf({ database, keyRing, ports, parts, configs: readConfigs(plugins), url: environment.url, wakeOutbox: () => undefined });
}
