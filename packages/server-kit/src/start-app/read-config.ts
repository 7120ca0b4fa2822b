import type { ServerPart } from "@lianxin/plugin-kit";
import { Value } from "typebox/value";
import { Refusal } from "../start-plugins/refusal.js";

export interface EnabledPlugin {
  readonly server: ServerPart;
  readonly config?: unknown;
}

/** Each plugin's settings with their defaults; a wrong one refuses the start and says where. */
export function readConfigs(enabled: readonly EnabledPlugin[]): Map<string, unknown> {
  return new Map(
    enabled.map(({ server: { plugin }, config }) => {
      const filled = Value.Default(plugin.config, structuredClone(config ?? {}));
      const [problem] = [...Value.Errors(plugin.config, filled)];
      if (problem)
        throw new Refusal(
          `The settings of the plugin (${plugin.id}) are wrong at ${problem.instancePath || "the top"}: ${problem.message}.`,
          "correct them in lianxin.config.ts.",
        );
      return [plugin.id as string, filled] as const;
    }),
  );
}
