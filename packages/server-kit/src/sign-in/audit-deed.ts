import type { LaneHandle } from "../write-lane/lane.js";
import type { Ground } from "./ground.js";

export type Way = "mail" | "phone" | "password" | "set-up";
type Deed = "accountMade" | "signedIn" | "refused" | "signedOut" | "signedOutElsewhere" | "passwordSet";

/** What happened to an account's ways in, in the same commit as what it tells; ids only. `account` is null where nobody is known by what was typed. */
export function auditDeed(
  { ports }: Pick<Ground, "ports">,
  { records }: LaneHandle,
  deed: Deed,
  account: string | null,
  detail: { readonly way?: Way; readonly session?: string } = {},
): void {
  records.audit.push({ at: ports.clock.now(), account: account ?? "anonymous", person: null, action: `sign-in.${deed}`, target: account ?? "unknown", detail });
}
