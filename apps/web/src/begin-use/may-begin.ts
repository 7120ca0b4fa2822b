import { mayAnywhere, session } from "@lianxin/web-kit";
import type { DoorEntry } from "../load-doors/door-list.js";
import { findImport } from "./find-import.js";

/** Whether somebody administers: alone loads and clears the example. */
export const isAdministrator = (): boolean => (session.value?.roles ?? []).some(({ kind }) => kind === "administrator");

/** Whether somebody can do anything of beginning: administer, or take in a roster. Only for what is shown. O(pages). */
export function mayBegin(doors: readonly DoorEntry[]): boolean {
  const roster = findImport(doors);
  return isAdministrator() || (roster?.may !== undefined && mayAnywhere(roster.may));
}
