import { mergeTexts, settleText } from "@lianxin/documents";

interface Layer {
  readonly id: string;
  readonly words: string;
  readonly replacesId: string | null;
}
export interface MergedWords {
  /** The layer the merged words take the place of. */
  readonly onId: string;
  readonly words: string;
  /** Did somebody else write meanwhile? */
  readonly isMerged: boolean;
  /** Places both wrote differently; both writings stand there. */
  readonly clashes: number;
}

/** The layer that stands now where another one stood. O(layers²), a handful each. */
function findLatest<L extends Layer>(layers: readonly L[], from: L): L {
  const next = layers.find(({ replacesId }) => replacesId === from.id);
  return next ? findLatest(layers, next) : from;
}

const linesOf = (words: string): string[] => words.split(/\r?\n/);

/**
 * Words written over a layer that may not be the latest any more: what the writer changed and what others changed since are put together line by
 * line, so that nothing anybody typed is lost. Undefined when there is no such layer.
 */
export function mergeWords(layers: readonly Layer[], replacesId: string, words: string): MergedWords | undefined {
  const base = layers.find(({ id }) => id === replacesId);
  if (!base) return undefined;
  const latest = findLatest(layers, base);
  if (latest === base) return { onId: base.id, words, isMerged: false, clashes: 0 };
  const merged = mergeTexts(linesOf(base.words), linesOf(words), linesOf(latest.words));
  return { onId: latest.id, words: settleText(merged).join("\n"), isMerged: true, clashes: merged.clashes };
}
