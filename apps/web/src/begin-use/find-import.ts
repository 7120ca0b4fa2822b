import type { DoorEntry, PageEntry } from "../load-doors/door-list.js";

/** Where a roster is taken in: the page of whichever enabled plugin has one, at an address that ends in /import. */
export const findImport = (doors: readonly DoorEntry[]): PageEntry | undefined =>
  doors.flatMap((door) => door.pages).find((page) => page.path.endsWith("/import"));
