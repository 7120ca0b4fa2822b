export const ageBands = ["adult", "youth", "child", "small"] as const;
/** 18 and older; 16–17; 8–15; under 8. */
export type AgeBand = (typeof ageBands)[number];

/** What minors may do, as of a day. */
export interface AgeRules {
  readonly from: string;
  readonly citation: string;
  readonly isVerified: boolean;
  /** What each band needs: nothing, a guardian's consent, a guardian beside them, or it cannot sign up alone. */
  readonly needs: Readonly<Record<AgeBand, "nothing" | "consent" | "company" | "family">>;
}

/** Local rules may replace these; each is dated, so that days before it keep the older one. */
export const shippedAgeRules: readonly AgeRules[] = [
  {
    from: "2021-01-01",
    citation: "《民法典》第十九条、第二十条；《志愿服务条例》第十五条",
    isVerified: false,
    needs: { adult: "nothing", youth: "consent", child: "company", small: "family" },
  },
];

/** The rules of a day: the newest that had begun. */
export function ageRulesOn(day: string, rules: readonly AgeRules[] = shippedAgeRules): AgeRules {
  const begun = rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!begun) throw new Error(`No rules for minors are known for ${day}. Maybe add those of that time.`);
  return begun;
}

/** Whether somebody of that age has a grown-up beside them or does not come at all. */
export const needsCompany = (ageBand: string, day: string): boolean => ageRulesOn(day).needs[ageBand as AgeBand] === "company";
