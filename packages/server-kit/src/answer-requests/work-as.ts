import type { Actor, Scope } from "@lianxin/plugin-kit";
import { frozen } from "../run-with-ports.js";
import { readingGround } from "./answer-route.js";
import { anonymous, Assembly } from "./assemble.js";
import { wakeAfter, type Platform } from "./platform.js";

/**
 * One turn of the write lane with a plugin's own context, services included, for work that no request asked for: set-up, commands,
 * imports, tests. It commits as a whole and may run twice. `ctx` is the plugin's HandlerContext.
 */
export function workAs<T>(platform: Platform, pluginId: string, work: (ctx: any) => Promise<T>, actor: Actor = anonymous("zh-CN")): Promise<T> {
  return platform.lane.run(async (handle) => {
    const { root, hold, records } = handle;
    const afterCommit = (action: () => void) => handle.afterCommit(action);
    const ground = { root, hold, records, clock: frozen(platform.ports.clock), route: `${pluginId} work`, writes: true, afterCommit };
    const result = await work(new Assembly(platform, ground, actor).contextOf(pluginId));
    wakeAfter(platform, handle);
    return result;
  });
}

/** The same on the reading connections: it never waits for a write, and can neither publish nor deliver nor audit. */
export const readAs = <T>(platform: Platform, pluginId: string, work: (ctx: any) => Promise<T>, actor: Actor = anonymous("zh-CN")): Promise<T> =>
  work(new Assembly(platform, readingGround(platform, `${pluginId} work`), actor).contextOf(pluginId));

/** The scope of such work: everything at a path and below. */
export const scopeBelow = (path: string): Scope => ({ paths: [path] }) as unknown as Scope;
