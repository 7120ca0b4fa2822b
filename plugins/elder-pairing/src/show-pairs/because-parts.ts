import type { Because } from "../plan-pairs/pair-facts.js";

type Part = "pinned" | "village" | "town" | "knows" | "far" | "dialect";
type Said = Pick<Because, "sameVillage" | "metres" | "knows" | "sameDialect" | "isPinned">;

/** Why these two, as the parts of "同村、已认识、1.2 km": texts `because.<part>`, in the order they are said. */
export const becauseParts = ({ sameVillage, metres, knows, sameDialect, isPinned }: Said): readonly { readonly part: Part; readonly km: string }[] => {
  const parts: readonly (readonly [Part, boolean])[] = [
    ["pinned", isPinned],
    [sameVillage ? "village" : "town", true],
    ["knows", knows],
    ["far", !sameVillage && metres !== null],
    ["dialect", sameDialect === false],
  ];
  const km = ((metres ?? 0) / 1_000).toFixed(1);
  return parts.filter(([, holds]) => holds).map(([part]) => ({ part, km }));
};
