import { countAdults, type Counts, type RatioPolicy } from "./count-adults.js";
import { ratioModes, ratioPackOn, ratioPacks } from "./ratio-packs.js";

/** Each way of counting there is on a day, with how many adults it asks for so many children. */
export const waysToCount = (counts: Counts, isStricter: boolean, day: string) =>
  [...new Set(ratioPacks.map(({ id }) => id))].flatMap((packId) => {
    const pack = ratioPackOn(packId, day);
    return pack ? ratioModes.map((mode) => ({ packId, mode, needed: countAdults(counts, { pack, mode, isStricter }).needed })) : [];
  });

/** Does this way ask for fewer adults than the strictest? Then whoever chose it says why. */
export const asksFewer = (counts: Counts, policy: RatioPolicy, day: string): boolean =>
  countAdults(counts, policy).needed < Math.max(...waysToCount(counts, policy.isStricter, day).map(({ needed }) => needed));
