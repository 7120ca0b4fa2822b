import { isAt } from "../load-doors/find-page.js";
import type { DoorEntry, PageEntry } from "../load-doors/door-list.js";

export interface MenuEntry {
  readonly href: string;
  /** A text key. */
  readonly title: string;
  readonly icon: string;
  /** The letter that leads here after `g`. */
  readonly key?: string;
}
const groups = ["work", "help", "books"] as const;
type May = (permission: string) => boolean;

const openTo = (doors: readonly DoorEntry[], may: May): readonly PageEntry[] =>
  doors.flatMap((door) => door.pages).filter((page) => !page.path.includes(":") && (!page.may || may(page.may)));

/**
 * The menu from the pages that ask to be in it: groups in their order, entries by theirs; without those the person may nowhere open,
 * and without addresses that hold a param.
 */
export function planMenu(doors: readonly DoorEntry[], may: May): readonly (readonly MenuEntry[])[] {
  const pages = openTo(doors, may).filter((page) => page.nav);
  return groups
    .map((group) =>
      pages
        .filter((page) => (page.nav?.group ?? "work") === group)
        .sort((one, other) => (one.nav?.order ?? 0) - (other.nav?.order ?? 0))
        .map(({ path, title, nav }) => ({ href: path, title, icon: nav?.icon ?? "", ...(nav?.key ? { key: nav.key } : {}) })),
    )
    .filter((entries) => entries.length > 0);
}

/** What a person may begin, in the order the plugins gave. */
export const planCreates = (doors: readonly DoorEntry[], may: May): readonly MenuEntry[] =>
  openTo(doors, may)
    .filter((page) => page.creates !== undefined)
    .sort((one, other) => one.creates! - other.creates!)
    .map(({ path, title }) => ({ href: path, title, icon: "plus" }));

/** The pages of settings a person may open, in the order the plugins gave. */
export const planSettings = (doors: readonly DoorEntry[], may: May): readonly MenuEntry[] =>
  openTo(doors, may)
    .filter((page) => page.setting !== undefined)
    .sort((one, other) => one.setting! - other.setting!)
    .map(({ path, title }) => ({ href: path, title, icon: "settings" }));

/** What people without an account can do from where one signs in, in the order the plugins gave. */
export const planFront = (doors: readonly DoorEntry[]): readonly Pick<MenuEntry, "href" | "title">[] =>
  doors
    .flatMap((door) => door.pages)
    .filter((page) => page.isPublic && page.front !== undefined)
    .sort((one, other) => one.front! - other.front!)
    .map(({ path, title }) => ({ href: path, title }));

/** On a phone there is room for two entries beside today, new and more: the first of the work and its last, the ledger. */
export function chooseBottom(groups: readonly (readonly MenuEntry[])[]): readonly MenuEntry[] {
  const work = groups[0] ?? [];
  return work.length < 2 ? work : [work[0]!, work.at(-1)!];
}

/** The entry an address belongs to: its own, else the longest one above it. */
export function findCurrent(menu: readonly (readonly MenuEntry[])[], path: string): string | undefined {
  const above = menu.flat().filter(({ href }) => isAt(path, href) || path.startsWith(`${href}/`));
  return above.sort((one, other) => other.href.length - one.href.length)[0]?.href;
}
