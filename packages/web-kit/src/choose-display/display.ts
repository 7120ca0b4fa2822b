import { signal, type ReadonlySignal } from "@preact/signals";

/** How this device shows everything; kept on the device only. An absent choice follows the system. */
export interface Display {
  readonly theme?: "light" | "dark";
  readonly mode?: "elder";
  /** 大 特大 超大, in elder mode. */
  readonly size?: "1" | "2" | "3";
  readonly contrast?: "more";
  readonly density?: "compact" | "roomy";
}
const place = "lx.display";
const attributes = { theme: "theme", mode: "mode", size: "elderSize", contrast: "contrast", density: "density" } as const;

function remembered(): Display {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(place) ?? "{}") as Display;
  } catch {
    return {};
  }
}
const chosen = signal<Display>(remembered());
/** What was chosen; the shell's boot script has already put it on the page. */
export const display: ReadonlySignal<Display> = chosen;

/** Changes some choices (undefined takes one back), on the page at once and for the next visit. */
export function setDisplay(change: { readonly [K in keyof Display]?: Display[K] | undefined }): void {
  chosen.value = Object.fromEntries(Object.entries({ ...chosen.value, ...change }).filter(([, value]) => value !== undefined)) as Display;
  for (const [name, attribute] of Object.entries(attributes) as [keyof Display, string][]) {
    const value = chosen.value[name];
    if (value) document.documentElement.dataset[attribute] = value;
    else delete document.documentElement.dataset[attribute];
  }
  try {
    localStorage.setItem(place, JSON.stringify(chosen.value));
  } catch {
    // A full or forbidden storage loses the memory of the choice, not the choice.
  }
}
