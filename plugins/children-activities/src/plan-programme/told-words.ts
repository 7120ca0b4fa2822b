import { text } from "../api.js";

/** How many guardians were told, how many have to be rung up, and which adults no letter reaches. */
export const toldWords = ({ told, toCall, adults }: { readonly told: number; readonly toCall: number; readonly adults: readonly string[] }): string[] => [
  ...(told > 0 ? [text("children-activities.told.guardians", { count: told })] : []),
  ...(toCall > 0 ? [text("children-activities.told.toCall", { count: toCall })] : []),
  ...(adults.length > 0 ? [text("children-activities.told.adults", { names: adults.join("、") })] : []),
];
