import { text } from "../api.js";

interface Because {
  readonly sameVillage: boolean;
  readonly metres: number | null;
  readonly knows: boolean;
  readonly sameDialect: boolean | null;
  readonly isPinned: boolean;
}

/** "同村、已认识、1.2 km": why these two. */
export function sayBecause({ sameVillage, metres, knows, sameDialect, isPinned }: Because): string {
  const far = metres === null ? [] : [text("elder-pairing.because.far", { km: (metres / 1_000).toFixed(1) })];
  return [
    ...(isPinned ? [text("elder-pairing.because.pinned")] : []),
    text(sameVillage ? "elder-pairing.because.village" : "elder-pairing.because.town"),
    ...(knows ? [text("elder-pairing.because.knows")] : []),
    ...(sameVillage ? [] : far),
    ...(sameDialect === false ? [text("elder-pairing.because.dialect")] : []),
  ].join("、");
}
