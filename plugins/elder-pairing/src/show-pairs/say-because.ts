import { text } from "../api.js";
import { becauseParts } from "./because-parts.js";

/** "同村、已认识、1.2 km": why these two. */
export const sayBecause = (because: Parameters<typeof becauseParts>[0]): string =>
  becauseParts(because)
    .map(({ part, km }) => text(`elder-pairing.because.${part}`, { km }))
    .join("、");
