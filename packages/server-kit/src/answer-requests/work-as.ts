import type { Actor } from "@lianxin/plugin-kit";
import { frozen } from "../run-with-ports.js";
import { anonymous, Assembly } from "./assemble.js";
import type { Platform } from "./platform.js";

/**
 * One turn of the write lane with a plugin's own context, services included, for work that no request asked for: set-up, commands,
 * imports, tests. It commits as a whole and may run twice. `ctx` is the plugin's HandlerContext.
 */
export function workAs<T>(platform: Platform, pluginId: string, work: (ctx: any) => Promise<T>, actor: Actor = anonymous("zh-CN")): Promise<T> {
  return platform.lane.run(async (handle) => {
    const { root, hold, records } = handle;
    const ground = { root, hold, records, clock: frozen(platform.ports.clock), route: `${pluginId} work`, writes: true };
    const result = await work(new Assembly(platform, ground, actor).contextOf(pluginId));
    handle.afterCommit(platform.wakeOutbox);
    return result;
  });
}
