import { judgeSession, type Moment, type SafetyFacts, type Violation } from "./judge-session.js";

/** From this instant on, as far as is known, these rules are broken. */
export interface Outlook {
  readonly from: string;
  readonly violations: readonly Violation[];
}

/** Every day on which something of these facts begins or ends to hold: nothing else changes the verdict while nobody comes, goes or says anything. */
function turningDays({ children, adults, texts, policy }: SafetyFacts): ReadonlySet<string> {
  const days = new Set<string>([policy.pack.from]);
  const after = (day: string | null) => day !== null && days.add(`${day}+`);
  for (const { checks, firstAidUntil } of adults) {
    after(firstAidUntil);
    for (const { checkedOn, untilOn } of checks) days.add(checkedOn).add(`${untilOn}+`);
  }
  for (const { consents } of children)
    for (const { fromOn, untilOn } of consents) {
      days.add(fromOn);
      after(untilOn);
    }
  for (const { fromOn, untilOn } of texts) {
    days.add(fromOn);
    after(untilOn);
  }
  return days;
}

/**
 * The verdict now, and at the beginning of each of the days ahead at which it differs, so that an alarm is there at the very moment although nobody
 * asks. `days` are the days ahead with the instants at which they begin, in order. O(days × facts), days without a change left out.
 */
export function foresee(facts: SafetyFacts, moment: Moment, days: readonly Moment[]): readonly Outlook[] {
  const turning = turningDays(facts);
  const outlook: Outlook[] = [{ from: moment.now, violations: judgeSession(facts, moment).violations }];
  let before = moment.on;
  for (const day of days) {
    if (turning.has(day.on) || turning.has(`${before}+`)) {
      const { violations } = judgeSession(facts, day);
      if (JSON.stringify(violations) !== JSON.stringify(outlook.at(-1)!.violations)) outlook.push({ from: day.now, violations });
    }
    before = day.on;
  }
  return outlook;
}

/** What is known to be broken at an instant. O(outlook). */
export const alarmsAt = (outlook: readonly Outlook[], now: string): readonly Violation[] => outlook.filter(({ from }) => from <= now).at(-1)?.violations ?? [];
