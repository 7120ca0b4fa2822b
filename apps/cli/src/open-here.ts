import { config, enabledPlugins } from "@lianxin/server";
import { assertHouseStands, openStore, readEnvironment, systemPorts, type EnabledPlugin, type Environment, type Ports, type Store } from "@lianxin/server-kit";

export interface House {
  readonly environment: Environment;
  readonly ports: Ports;
  readonly store: Store;
  readonly plugins: readonly EnabledPlugin[];
}

/** Opens the data of this folder for a command, with the right to write, and closes it whatever happens. `mustStand`: refuses to found a house here. */
export async function withHouse<T>(work: (house: House) => Promise<T>, mustStand = false): Promise<T> {
  const environment = readEnvironment(process.env, process.cwd());
  if (mustStand) assertHouseStands(environment);
  const ports = systemPorts(config.zone);
  const plugins = await enabledPlugins();
  const store = await openStore(environment, ports);
  try {
    return await work({ environment, ports, store, plugins });
  } finally {
    await store.close();
  }
}
