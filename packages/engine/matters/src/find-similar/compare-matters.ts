import { gramsOf, houseNumbers, tidyWords } from "./tidy-words.js";

/** What two matters are compared by. */
export interface Comparable {
  readonly title: string;
  readonly detail?: string | null;
  readonly spot?: string | null;
  readonly placeId: string;
  readonly placePath: string;
}
/** Why two matters look alike, or what speaks against it; shown to whoever decides. */
export type Reason =
  | { readonly code: "words"; readonly words: readonly string[] }
  | { readonly code: "samePlace" }
  | { readonly code: "sameNumber" | "otherNumber"; readonly words: readonly string[] };
export interface Likeness {
  /** 0 to 100, whole. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}
/** A text made ready once to be compared with many. */
export interface Prepared extends Comparable {
  readonly tidied: string;
  readonly grams: ReadonlySet<string>;
  readonly more: ReadonlySet<string>;
  readonly numbers: readonly string[];
}

/** From this score on a matter is offered as a duplicate. */
export const alikeFrom = 45;
/** No more than this when both say a number and not the same one. */
const mostElsewhere = 30;

/** O(length). Of the detail the first 200 characters count. */
export function prepareMatter(matter: Comparable): Prepared {
  const tidied = tidyWords(matter.title);
  const grams = gramsOf(tidied);
  if (!matter.spot && !matter.detail) return { ...matter, tidied, grams, more: grams, numbers: houseNumbers(tidied) };
  const more = tidyWords([matter.title, matter.spot ?? "", [...(matter.detail ?? "")].slice(0, 200).join("")].join(" "));
  return { ...matter, tidied, grams, more: gramsOf(more), numbers: houseNumbers(more) };
}

function countShared(few: ReadonlySet<string>, many: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared++;
  return shared;
}

/** Twice the shared parts over all parts (Dice), in hundredths, rounded down. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : Math.floor((200 * countShared(a, b)) / (a.size + b.size));
}

/** How much of the shorter title the other matter says somewhere, in hundredths. */
function heldOf(a: Prepared, b: Prepared): number {
  const [few, all] = a.grams.size <= b.grams.size ? [a.grams, b.more] : [b.grams, a.more];
  return few.size < 2 ? 0 : Math.floor((100 * countShared(few, all)) / few.size);
}

/** The longest common runs of two titles, two characters at least, so that people see what is alike. */
function sharedWords(a: Prepared, b: Prepared): string[] {
  const words: string[] = [];
  for (const [run] of a.tidied.matchAll(/\p{Script=Han}+/gu)) {
    let word = "";
    for (const sign of `${run}\n`) {
      if (b.more.has((word.at(-1) ?? "") + sign)) word += sign;
      else {
        if (word.length > 1) words.push(word);
        word = sign;
      }
    }
  }
  return [...new Set(words)];
}

/**
 * How alike two matters are and why: their words (pairs of characters, synonyms as one), the place, house numbers. A number that differs
 * (3栋, 5栋) speaks against it more than all words speak for it. Symmetric; whole numbers only. O(length of both).
 */
export function compareMatters(a: Prepared, b: Prepared): Likeness {
  const words = Math.max(shareOf(a.grams, b.grams), Math.floor((heldOf(a, b) * 4) / 5));
  const [first, second] = a.grams.size <= b.grams.size ? [a, b] : [b, a];
  const both = a.numbers.filter((number) => b.numbers.includes(number));
  const isElsewhere = both.length === 0 && a.numbers.length > 0 && b.numbers.length > 0;
  const isNear = a.placeId === b.placeId;
  const sum = words === 0 ? 0 : words + (isNear ? 5 : 0) + (both.length > 0 ? 15 : 0);
  const reasons: Reason[] = [
    ...(words > 0 ? [{ code: "words" as const, words: sharedWords(first, second) }] : []),
    ...(isNear ? [{ code: "samePlace" as const }] : []),
    ...(both.length > 0 ? [{ code: "sameNumber" as const, words: both }] : []),
    ...(isElsewhere ? [{ code: "otherNumber" as const, words: [...a.numbers, ...b.numbers] }] : []),
  ];
  return { score: Math.min(isElsewhere ? mostElsewhere : 100, sum), reasons };
}

/** Those of many that look like one, the likest first, at most `limit`. O(n × length). */
export function chooseAlike<M extends Comparable>(one: Comparable, many: readonly M[], limit = 5): { readonly matter: M; readonly likeness: Likeness }[] {
  const prepared = prepareMatter(one);
  return many
    .map((matter) => ({ matter, likeness: compareMatters(prepared, prepareMatter(matter)) }))
    .filter(({ likeness }) => likeness.score >= alikeFrom)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, limit);
}
