import { someOf, text, word } from "../api.js";

interface Restored {
  readonly back: number;
  readonly lost: readonly { readonly elder: string; readonly cadre: string; readonly role: "primary" | "backup" }[];
}

/** How many pairs go on, and which cannot. */
export function sayRestored({ back, lost }: Restored): string {
  if (lost.length === 0) return text("elder-pairing.undo.done", { back });
  const who = someOf(lost.map(({ elder, cadre, role }) => text("elder-pairing.undo.lost", { elder, cadre, role: word("role", role) })));
  return text("elder-pairing.undo.doneLost", { back, count: lost.length, who });
}
