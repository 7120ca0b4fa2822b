/** What a key on the page asks for. */
export type Deed =
  | { readonly do: "find" | "keys" | "new" | "next" | "before" | "act" | "pick" }
  | { readonly do: "press"; readonly key: string }
  | { readonly do: "go"; readonly href: string }
  | { readonly do: "wait" };

/** A key as it was pressed, and whether somebody is typing. */
export interface Pressed {
  readonly key: string;
  readonly hasCommand: boolean;
  readonly isTyping: boolean;
}
const single: Readonly<Record<string, Deed>> = {
  "?": { do: "keys" },
  "/": { do: "find" },
  n: { do: "new" },
  j: { do: "next" },
  k: { do: "before" },
  x: { do: "pick" },
  ".": { do: "act" },
  e: { do: "press", key: "e" },
  g: { do: "wait" },
};

/**
 * The deed of a key; nothing for keys that mean nothing, or while somebody types. Ctrl K (or ⌘ K) finds from anywhere. After `g` the
 * letter of a page goes there; any other letter forgets the `g`.
 */
export function chooseDeed({ key, hasCommand, isTyping }: Pressed, isGoing: boolean, pages: Readonly<Record<string, string>>): Deed | undefined {
  if (hasCommand) return key.toLowerCase() === "k" ? { do: "find" } : undefined;
  if (isTyping) return undefined;
  if (isGoing) return Object.hasOwn(pages, key) ? { do: "go", href: pages[key]! } : undefined;
  return Object.hasOwn(single, key) ? single[key] : undefined;
}
