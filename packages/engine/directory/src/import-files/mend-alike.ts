/** Something said about a cell, and what the cell holds. */
export interface Finding {
  readonly address: string;
  readonly field: string;
  readonly code: string;
}

/** The other cells with the same trouble and the same text: what is right for one is right for them. O(findings). */
export const findAlike = <F extends Finding>(one: F, all: readonly F[], textAt: (finding: F) => string): readonly F[] =>
  all.filter((other) => other.address !== one.address && other.code === one.code && other.field === one.field && textAt(other) === textAt(one));

/** The mended cells after all of these got the same text. */
export const mendAlike = (mended: Readonly<Record<string, string>>, findings: readonly Finding[], text: string): Readonly<Record<string, string>> => ({
  ...mended,
  ...Object.fromEntries(findings.map(({ address }) => [address, text])),
});
