const place = "lx.acting";

/** The person this tab acts for; undefined for the account's own. */
export function actingFor(): string | undefined {
  try {
    return sessionStorage.getItem(place) ?? undefined;
  } catch {
    return undefined;
  }
}

export function setActing(personId: string): void {
  try {
    sessionStorage.setItem(place, personId);
  } catch {
    // Without storage the tab acts for the account's own person, and the frame says so.
  }
}

export function dropActing(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}
