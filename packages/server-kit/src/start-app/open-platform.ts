import type { Platform } from "../answer-requests/platform.js";
import type { Ports } from "../ports.js";
import { orderPlugins } from "../start-plugins/order-plugins.js";
import { migrateAll } from "./create-app.js";
import type { Store } from "./open-store.js";
import { platformOf } from "./platform-of.js";
import type { Environment } from "./read-environment.js";
import { readConfigs, type EnabledPlugin } from "./read-config.js";

/** The plugins on an open store without HTTP and background work, for a command: guarded queries, the write lane, and tables brought up to date unless it only looks. */
export async function openPlatform({
  store,
  plugins,
  ports,
  environment,
  onlyLooks = false,
}: {
  readonly store: Store;
  readonly plugins: readonly EnabledPlugin[];
  readonly ports: Ports;
  readonly environment: Pick<Environment, "url">;
  readonly onlyLooks?: boolean;
}): Promise<Platform> {
  const parts = orderPlugins(plugins.map((p) => p.server));
  if (!onlyLooks) await migrateAll(store.database, parts);
  const { database, keyRing } = store;
  return platformOf({ database, keyRing, ports, parts, configs: readConfigs(plugins), url: environment.url, wakeOutbox: () => undefined });
}
