/** What this device remembers of a sign-up: its link and number, so that nobody signs up twice; neither name nor phone. */
export interface Remembered {
  readonly link: string;
  readonly number: string;
}
const placeOf = (dayId: string): string => `lx.volunteer-days.${dayId}`;

export function recall(dayId: string): Remembered | undefined {
  try {
    return (JSON.parse(localStorage.getItem(placeOf(dayId)) ?? "null") as Remembered | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Kept where the browser allows it. */
export function remember(dayId: string, what: Remembered): void {
  try {
    localStorage.setItem(placeOf(dayId), JSON.stringify(what));
  } catch {
    return;
  }
}
