/** What each card told: how many things wait, and how many of them are overdue. */
export type CardCounts = Readonly<Record<string, { readonly waiting: number; readonly overdue: number }>>;

/** The sums over all cards; nothing is said before a card has told. */
export function countWaiting(counts: CardCounts): { readonly waiting: number | undefined; readonly overdue: number } {
  const told = Object.values(counts);
  const sum = (of: "waiting" | "overdue") => told.reduce((total, count) => total + count[of], 0);
  return { waiting: told.length === 0 ? undefined : sum("waiting"), overdue: sum("overdue") };
}
