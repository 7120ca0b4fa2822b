import { isAt } from "../load-doors/find-page.js";
import type { DoorEntry } from "../load-doors/door-list.js";

export interface MenuEntry {
  readonly href: string;
  /** A text key. */
  readonly title: string;
  readonly icon: string;
}
const groups = ["work", "help", "books"] as const;

/**
 * The menu from the pages that ask to be in it: groups in their order, entries by theirs; without those the person may nowhere open,
 * and without addresses that hold a param.
 */
export function planMenu(doors: readonly DoorEntry[], may: (permission: string) => boolean): readonly (readonly MenuEntry[])[] {
  const pages = doors.flatMap((door) => door.pages).filter((page) => page.nav && !page.path.includes(":") && (!page.may || may(page.may)));
  return groups
    .map((group) =>
      pages
        .filter((page) => (page.nav?.group ?? "work") === group)
        .sort((one, other) => (one.nav?.order ?? 0) - (other.nav?.order ?? 0))
        .map((page) => ({ href: page.path, title: page.title, icon: page.nav?.icon ?? "" })),
    )
    .filter((entries) => entries.length > 0);
}

/** The entry an address belongs to: its own, else the longest one above it. */
export function findCurrent(menu: readonly (readonly MenuEntry[])[], path: string): string | undefined {
  const above = menu.flat().filter(({ href }) => isAt(path, href) || path.startsWith(`${href}/`));
  return above.sort((one, other) => other.href.length - one.href.length)[0]?.href;
}
