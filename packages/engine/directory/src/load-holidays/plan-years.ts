/** One year's days as they were loaded; a year may have come from two sources. */
export interface LoadedYear {
  readonly year: number;
  readonly source: string;
  readonly isFictional: boolean;
  readonly days: number;
}

/**
 * The years the page speaks of: those loaded, this one, and from September on the next, whose days are announced in November; each with
 * what is loaded of it. Today is "2026-11-26".
 */
export function planYears(loaded: readonly LoadedYear[], today: string): { readonly year: number; readonly loaded: readonly LoadedYear[] }[] {
  const now = Number(today.slice(0, 4));
  const asked = today.slice(5, 7) >= "09" ? [now, now + 1] : [now];
  const years = [...new Set([...loaded.map((one) => one.year), ...asked])].sort((one, other) => one - other);
  return years.map((year) => ({ year, loaded: loaded.filter((one) => one.year === year) }));
}
