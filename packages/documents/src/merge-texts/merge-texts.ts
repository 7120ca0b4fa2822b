import { matchLines, type Matches } from "./match-lines.js";

/** A stretch of a merged text: what stands there, or what two people wrote in the same place. */
export type MergedPiece =
  | { readonly kind: "kept" | "mine" | "theirs" | "both"; readonly paragraphs: readonly string[] }
  | { readonly kind: "clash"; readonly was: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] };
export interface MergedText {
  readonly pieces: readonly MergedPiece[];
  /** How many places both changed differently. */
  readonly clashes: number;
}
interface Stretch {
  readonly was: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, n) => line === b[n]);

const startsWith = (all: readonly string[], part: readonly string[]): boolean => part.every((line, n) => all[n] === line);

/** One added before or after what the other changed: then both can stand. Undefined when they did more than that. */
function weave(was: readonly string[], changed: readonly string[], grown: readonly string[]): readonly string[] | undefined {
  if (was.length === 0 || grown.length <= was.length) return undefined;
  if (startsWith(grown, was)) return [...changed, ...grown.slice(was.length)];
  const added = grown.length - was.length;
  return startsWith(grown.slice(added), was) ? [...grown.slice(0, added), ...changed] : undefined;
}

/** What becomes of one stretch that somebody changed. */
function decide({ was, mine, theirs }: Stretch): MergedPiece {
  if (isSame(mine, theirs)) return { kind: "both", paragraphs: mine };
  if (isSame(was, theirs)) return { kind: "mine", paragraphs: mine };
  if (isSame(was, mine)) return { kind: "theirs", paragraphs: theirs };
  const woven = weave(was, mine, theirs) ?? weave(was, theirs, mine);
  return woven ? { kind: "both", paragraphs: woven } : { kind: "clash", was, mine, theirs };
}

const placesOf = (matches: Matches): ReadonlyMap<number, number> => new Map(matches);

/**
 * Two people changed one text: puts both changes together, paragraph by paragraph. What only one of them changed is taken; where both changed the
 * same place differently, the piece is a clash that holds both writings, so that no word anybody typed is lost. Layering works the same way:
 * `was` the text as it was generated, `mine` as people edited it, `theirs` as it is generated now. O(n²) for n paragraphs.
 *
 * @example
 * mergeTexts(["一", "二"], ["一", "二改"], ["新", "一", "二"]).pieces.flatMap((piece) => ("paragraphs" in piece ? piece.paragraphs : [])); // 新 一 二改
 */
export function mergeTexts(was: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedText {
  const [inMine, inTheirs] = [placesOf(matchLines(was, mine)), placesOf(matchLines(was, theirs))];
  const pieces: MergedPiece[] = [];
  let [w, m, t] = [0, 0, 0];
  for (let at = 0; at <= was.length; at++) {
    const [toMine, toTheirs] = at === was.length ? [mine.length, theirs.length] : [inMine.get(at), inTheirs.get(at)];
    if (toMine === undefined || toTheirs === undefined) continue;
    const stretch = { was: was.slice(w, at), mine: mine.slice(m, toMine), theirs: theirs.slice(t, toTheirs) };
    if (stretch.was.length + stretch.mine.length + stretch.theirs.length > 0) pieces.push(decide(stretch));
    if (at < was.length) pieces.push({ kind: "kept", paragraphs: [was[at]!] });
    [w, m, t] = [at + 1, toMine + 1, toTheirs + 1];
  }
  return { pieces, clashes: pieces.filter(({ kind }) => kind === "clash").length };
}

/** How a clash is settled: 用我的, 用他的, 两个都留. */
export type Settlement = "mine" | "theirs" | "both";

function settle({ mine, theirs }: Extract<MergedPiece, { kind: "clash" }>, settlement: Settlement): readonly string[] {
  if (settlement !== "both") return settlement === "mine" ? mine : theirs;
  const shared = new Set(matchLines(mine, theirs).map(([, place]) => place));
  return [...mine, ...theirs.filter((_, place) => !shared.has(place))];
}

/** The paragraphs of a merged text, its clashes settled in their order; those nobody settled keep both writings. */
export function settleText({ pieces }: MergedText, settlements: readonly Settlement[] = []): string[] {
  let clash = 0;
  return pieces.flatMap((piece) => (piece.kind === "clash" ? settle(piece, settlements[clash++] ?? "both") : piece.paragraphs));
}
