import type { AdultFact, Moment, SafetyFacts } from "../judge-safety/judge-session.js";

/** Whose check holds at this moment, and whose does not. */
function sortAdults({ adults }: SafetyFacts, { now, on }: Moment): { readonly clear: AdultFact[]; readonly others: AdultFact[] } {
  const clear: AdultFact[] = [];
  const others: AdultFact[] = [];
  for (const adult of adults) {
    let [best, worst] = ["", ""];
    let holds = false;
    for (const check of adult.checks) {
      if (check.scope !== "children" || check.checkedOn > on || (check.revokedAt !== null && check.revokedAt <= now)) continue;
      if (check.verdict === "not_clear") worst = check.checkedOn > worst ? check.checkedOn : worst;
      else {
        best = check.checkedOn > best ? check.checkedOn : best;
        holds ||= check.untilOn >= on;
      }
    }
    if (holds && (worst === "" || best > worst)) clear.push(adult);
    else others.push(adult);
  }
  return { clear, others };
}

function hasPair(clear: readonly AdultFact[]): boolean {
  for (const one of clear)
    for (const two of clear) if (one !== two && (one.familyGroup === null || two.familyGroup === null || one.familyGroup !== two.familyGroup)) return true;
  return false;
}

/**
 * The same question answered the slow way, from domain.md alone: children are given to adults one by one in fractions of a common measure, pairs of
 * adults are tried, and consent is read backwards from the last word of each guardian. Gives "code about", sorted. Shares no code with the evaluator.
 */
export function bruteForce(facts: SafetyFacts, { now, on }: Moment): string[] {
  const { policy, programmeId } = facts;
  const found: string[] = [];
  const { clear, others } = sortAdults(facts, { now, on });
  for (const { id } of others) found.push(`notVetted ${id}`);
  if (!hasPair(clear) && clear.length > 1) found.push("twoUnrelated null");
  if (clear.every((adult) => adult.firstAidUntil === null || adult.firstAidUntil < on)) found.push("noFirstAider null");
  if (facts.children.some((child) => child.isGirl) && clear.every((adult) => !adult.isWoman)) found.push("noWoman null");

  const said = (childId: string, purpose: string): boolean => {
    const words = facts.children
      .find(({ id }) => id === childId)!
      .consents.filter((c) => c.purpose === purpose && [null, programmeId].includes(c.programmeId) && c.givenAt <= now);
    let yes = 0;
    for (const guardian of new Set(words.map((c) => c.guardianId))) {
      const own = words.filter((c) => c.guardianId === guardian);
      const latest = own.reduce((last, c) => (c.givenAt >= last.givenAt ? c : last));
      if (latest.answer === "no" || (latest.withdrawnAt ?? "9") <= now) return false;
      const text = facts.texts.find(({ version }) => version === latest.textVersion);
      if (text && text.fromOn <= on && (text.untilOn ?? "9") >= on && latest.fromOn <= on && (latest.untilOn ?? "9") >= on) yes++;
    }
    return yes > 0;
  };
  for (const { id, wearsPhotoBadge } of facts.children) {
    if (!said(id, "data")) found.push(`noDataConsent ${id}`);
    if (!said(id, "participation")) found.push(`noPartConsent ${id}`);
    if (wearsPhotoBadge && !said(id, "photo")) found.push(`photoBadge ${id}`);
  }

  // An adult can carry `measure` crumbs; a child of a band weighs measure ÷ ratio × stricter, which is a whole number of crumbs.
  const bands = ["6_8", "9_12", "13_15"] as const;
  const [times, over] = policy.isStricter ? policy.pack.stricter : [1, 1];
  const measure = bands.reduce((all, band) => all * policy.pack.childrenPerAdult[band], over);
  const weight = (band: (typeof bands)[number]): number => (measure / over / policy.pack.childrenPerAdult[band]) * times;
  let [adults, room] = [0, 0];
  const place = (crumbs: number) => {
    let rest = crumbs;
    while (rest > 0) {
      if (room === 0) [adults, room] = [adults + 1, measure];
      const taken = Math.min(rest, room);
      [rest, room] = [rest - taken, room - taken];
    }
  };
  for (const band of bands) {
    if (policy.mode === "per_band") room = 0;
    const here = facts.children.filter((child) => child.band === band).length;
    for (let n = 0; n < Math.max(here, facts.expected?.[band] ?? 0); n++) place(weight(band));
  }
  if (clear.length < 2 || adults > clear.length) found.push("tooFewAdults null");
  return found.sort();
}

/** Every rule that is broken, sorted, whether it is told by itself or not: one adult alone, or nobody, are no two who are unrelated. */
export function brokenRules(facts: SafetyFacts, moment: Moment): string[] {
  const rules = new Set(bruteForce(facts, moment).map((one) => one.split(" ")[0]!));
  if (!hasPair(sortAdults(facts, moment).clear)) rules.add("twoUnrelated");
  return [...rules].sort();
}
