import type { DoorEntry, PageEntry } from "./door-list.js";

/** Literal parts come before params, so that /meetings/new is not taken for a meeting called “new”. */
const weight = (path: string): string =>
  path
    .split("/")
    .map((part) => (part.startsWith(":") ? "1" : "0"))
    .join("");

/** All pages, in the order in which their addresses are tried. */
export const orderPages = (doors: readonly DoorEntry[]): readonly { readonly door: DoorEntry; readonly page: PageEntry }[] =>
  doors
    .flatMap((door) => door.pages.map((page) => ({ door, page })))
    .sort((one, other) => (weight(one.page.path) < weight(other.page.path) ? -1 : weight(one.page.path) > weight(other.page.path) ? 1 : 0));

/** Whether an address is one of a pattern's: same number of parts, each equal or a param. */
export function isAt(path: string, pattern: string): boolean {
  const [parts, wanted] = [path.split("/").filter(Boolean), pattern.split("/").filter(Boolean)];
  return parts.length === wanted.length && wanted.every((part, index) => part.startsWith(":") || part === parts[index]);
}

/** The page at an address with its door, if a plugin has one. */
export const findPage = (doors: readonly DoorEntry[], path: string): { readonly door: DoorEntry; readonly page: PageEntry } | undefined =>
  orderPages(doors).find(({ page }) => isAt(path, page.path));
