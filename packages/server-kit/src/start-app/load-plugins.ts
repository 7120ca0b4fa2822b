import type { ServerPart } from "@lianxin/plugin-kit";
import { Refusal } from "../start-plugins/refusal.js";
import type { EnabledPlugin } from "./read-config.js";

/** What lianxin.config.ts says: the zone, and a line for each plugin with its settings. */
export interface LianxinConfig {
  readonly zone: string;
  /** Package name → settings. */
  readonly plugins: Readonly<Record<string, unknown>>;
}
export const defineConfig = (config: LianxinConfig): LianxinConfig => config;

/** Loads the server doors of the enabled plugins, by package name, from where the configuration stands. */
export async function loadPlugins({ plugins }: LianxinConfig, load: (specifier: string) => Promise<unknown>): Promise<EnabledPlugin[]> {
  const loaded: EnabledPlugin[] = [];
  for (const [name, config] of Object.entries(plugins)) {
    const door = (await load(`${name}/server`).catch((error: unknown) => {
      if ((error as { code?: string }).code !== "ERR_MODULE_NOT_FOUND") throw error;
      throw new Refusal(`The plugin ${name} is in lianxin.config.ts, but it is not installed.`, `run "npm install ${name}", or take its line out.`);
    })) as { default?: ServerPart };
    if (!door.default?.plugin) throw new Refusal(`The server door of ${name} exports no plugin.`, "its server.ts lacks: export default defineServer(…).");
    loaded.push({ server: door.default, config });
  }
  return loaded;
}
