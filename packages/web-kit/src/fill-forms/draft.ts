import { browserPorts } from "@lianxin/web-kit";

/** What of a form is kept on the device. Fields are named one by one, so that no contact or sensitive value is kept by oversight. */
export interface DraftSpec<V> {
  readonly key: string;
  readonly fields: readonly (keyof V & string)[];
}
const placeOf = (key: string): string => `lx.draft.${key}`;

/** The kept values, or nothing; a draft that cannot be read any more counts as none. */
export function readDraft<V extends object>({ key, fields }: DraftSpec<V>): Partial<V> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(key)) ?? "null") as Partial<V> | null;
    return kept ? (Object.fromEntries(Object.entries(kept).filter(([name]) => fields.includes(name as keyof V & string))) as Partial<V>) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the named fields; gives the time in milliseconds, or nothing when the device refuses to keep anything. */
export function writeDraft<V extends object>({ key, fields }: DraftSpec<V>, values: V): number | undefined {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify(Object.fromEntries(fields.map((name) => [name, values[name]]))));
    return browserPorts.now();
  } catch {
    return undefined;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(placeOf(key));
  } catch {
    // Without storage there is no draft to drop.
  }
}
