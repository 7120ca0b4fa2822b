export const ageBands = ["6_8", "9_12", "13_15"] as const;
/** Stands with a child who turned sixteen, until its data go: no activity takes it any more. */
export const grown = "grown";
/** By age in whole years: 6–8, 9–12, 13–15. A left-behind child is under 16 (国发〔2016〕13号); under 6 a crèche's rules hold, not ours. */
export type AgeBand = (typeof ageBands)[number];

/**
 * Age in whole years on a day, of whom only the month of birth is known: a birthday counts from the first day of the next month, so that nobody is
 * taken for older than they are. `bornIn` is "2017-05", `day` "2026-09-17".
 */
export function ageOn(bornIn: string, day: string): number {
  const [year = 0, month = 0] = bornIn.split("-").map(Number);
  const [thisYear = 0, thisMonth = 0] = day.split("-").map(Number);
  return thisYear - year - (thisMonth > month ? 0 : 1);
}

/** The band of an age; undefined when no band of ours holds it. */
export function bandOf(age: number): AgeBand | undefined {
  if (age < 6 || age > 15) return undefined;
  return age <= 8 ? "6_8" : age <= 12 ? "9_12" : "13_15";
}
