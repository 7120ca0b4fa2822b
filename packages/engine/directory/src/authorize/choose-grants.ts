import type { Grant } from "@lianxin/plugin-kit";
import { rolePermissions } from "./role-permissions.js";

/** A role that holds today, with the places its own place covers as an overlay. */
export interface HeldRole {
  readonly kind: string;
  readonly path: string;
}
export type ExtraGrants = Readonly<Record<string, readonly string[]>>;

const listed = (table: ExtraGrants, kind: string): readonly string[] => (Object.hasOwn(table, kind) ? table[kind]! : []);
const permissionsOf = (kind: string, extra: ExtraGrants): readonly string[] => [...listed(rolePermissions, kind), ...listed(extra, kind)];

/** What opens sensitive values. */
const opening: ReadonlySet<string> = new Set(["directory.showSensitive", "elder-pairing.open"]);

/** An administrator may what any enabled plugin knows, but reads sensitive values by no office. */
export const withAdministrator = (extra: ExtraGrants, permissions: readonly string[]): ExtraGrants => ({
  ...extra,
  administrator: [...listed(extra, "administrator"), ...permissions.filter((id) => !opening.has(id))],
});

/** Does this kind of role give anything that a resident has not? O(permissions). */
export function givesMore(kind: string, extra: ExtraGrants = {}): boolean {
  const everyones = permissionsOf("resident", extra);
  return permissionsOf(kind, extra).some((permission) => !everyones.includes(permission));
}

/** The grants that roles give, each once. O(roles × permissions). */
export function chooseGrants(roles: readonly HeldRole[], extra: ExtraGrants = {}): Grant[] {
  const grants = new Map<string, Grant>();
  for (const { kind, path } of roles) for (const permission of permissionsOf(kind, extra)) grants.set(`${permission} ${path}`, { permission, path });
  return [...grants.values()];
}

/** Does a grant of this permission reach that place? */
export const reaches = (grants: readonly Grant[], permission: string, path: string): boolean =>
  grants.some((g) => g.permission === permission && path.startsWith(g.path));
