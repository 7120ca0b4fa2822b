import type { Permission, Place, Route, Scope } from "@lianxin/plugin-kit";
import { failures } from "../failures.js";
import type { Assembly } from "./assemble.js";

type Asked = { readonly id: string; readonly route: Route; readonly request: Record<string, unknown> };

const isPermission = (may: Route["may"]): may is Permission => typeof may === "object";

async function placesOf(assembly: Assembly, { id, route, request }: Asked): Promise<readonly Place[]> {
  if (typeof route.at !== "function") return [];
  return [(await route.at({ ...assembly.contextOf(id), ...request })) ?? []].flat();
}

/**
 * Who may, at which place. A place the actor cannot reach answers as if nothing were there; a permission the actor holds nowhere is
 * refused by name. Gives the scope of a list.
 */
export async function checkPolicy(assembly: Assembly, asked: Asked): Promise<{ scope?: Scope }> {
  const { route } = asked;
  const { actor } = assembly;
  if (route.may === "anyone") {
    if (typeof route.at === "function" && (await placesOf(assembly, asked)).length === 0) throw failures.notFound();
    return route.at === "list" ? { scope: asScope([""]) } : {};
  }
  if (!actor.isSignedIn) throw failures.notSignedIn();
  const grants = isPermission(route.may) || route.at === "list" ? await assembly.authority.grantsOf(actor, "anywhere") : [];
  const held = isPermission(route.may) ? grants.filter((g) => g.permission === (route.may as Permission).id) : grants;
  if (isPermission(route.may) && held.length === 0) throw failures.notAllowed({ permission: route.may.label });
  if (route.at === "list") return { scope: asScope(widest(held.map((g) => g.path))) };
  if (typeof route.at !== "function") return {};
  const places = await placesOf(assembly, asked);
  const isTheirs = ({ path }: Place): boolean => !isPermission(route.may) || held.some((g) => path.startsWith(g.path));
  if (!places.some(isTheirs)) throw failures.notFound();
  return {};
}

/** Paths without those that lie below another one. */
const widest = (paths: readonly string[]): string[] => [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));

const asScope = (paths: readonly string[]): Scope => ({ paths }) as unknown as Scope;
