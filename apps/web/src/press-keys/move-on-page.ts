const rows = "#main :is(.lx-table tbody tr, .lx-tasks > li, .lx-list > li)";
const stop = "a[href], button:not([aria-disabled='true']), input";

const rowsNow = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => row.querySelector(stop));
const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>(rows) ?? null;

/** Puts the focus on the next or the former row of the page's lists. */
export function moveRow(by: 1 | -1): void {
  const all = rowsNow();
  const at = all.indexOf(rowOf(document.activeElement)!);
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  all[to]?.querySelector<HTMLElement>(stop)?.focus();
}

/** Ticks the row that has the focus, where rows can be ticked. */
export const pickRow = (): void => rowOf(document.activeElement)?.querySelector<HTMLElement>("input[type=checkbox]")?.click();

/** The verb of the row that has the focus, else the page's filled button, takes the focus. */
export function reachAct(): void {
  const act = rowOf(document.activeElement)?.querySelector<HTMLElement>("button, .lx-button") ?? document.querySelector<HTMLElement>("#main .lx-filled");
  act?.focus();
}

/** Presses what the page put under this key, if it did. */
export const pressKey = (key: string): void => document.querySelector<HTMLElement>(`#main [data-key="${CSS.escape(key)}"]`)?.click();
