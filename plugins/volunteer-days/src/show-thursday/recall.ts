/** What this device remembers of a sign-up: its link and number, so that nobody signs up twice; neither name nor phone. */
export interface Remembered {
  readonly link: string;
  readonly number: string;
}
const placeOf = (dayId: string): string => `lx.volunteer-days.${dayId}`;

/** The sign-ups of a day this device has seen and that have not ended, in the order they came. */
export function recall(dayId: string): readonly Remembered[] {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(dayId)) ?? "[]") as Remembered | readonly Remembered[];
    return Array.isArray(kept) ? (kept as readonly Remembered[]) : [kept as Remembered];
  } catch {
    return [];
  }
}

/** A sign-up as its private link proves it. */
export function proofOf(link: string | null | undefined): { readonly signUpId: string; readonly key: string } | undefined {
  const [signUpId, key] = link?.split("/").slice(-2) ?? [];
  return signUpId && key ? { signUpId, key } : undefined;
}

/** Kept where the browser allows it. */
function keep(dayId: string, all: readonly Remembered[]): void {
  try {
    if (all.length > 0) localStorage.setItem(placeOf(dayId), JSON.stringify(all));
    else localStorage.removeItem(placeOf(dayId));
  } catch {
    return;
  }
}

/** Forgets one sign-up of a day, or all of them. */
export const forget = (dayId: string, link?: string): void =>
  keep(
    dayId,
    recall(dayId).filter((one) => link !== undefined && one.link !== link),
  );

/** Several of a family may have the same phone. */
export function remember(dayId: string, { link, number }: Remembered): void {
  const all = recall(dayId);
  if (!all.some((one) => one.link === link)) keep(dayId, [...all, { link, number }]);
}
