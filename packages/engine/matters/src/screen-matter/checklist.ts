/** The seven questions of a screening; each is answered yes or no. The last one is about competence: "yes" warns, it does not block. */
export const questions = ["isPublic", "isLawful", "isOurLevel", "isConcrete", "isNew", "areSidesKnown", "usesMaintenanceFund"] as const;
export type Question = (typeof questions)[number];
export type Answers = Readonly<Record<Question, boolean>>;

/** Is one of the six conditions answered no? What it would be paid from is no condition. */
export const hasDoubt = (answers: Answers): boolean => questions.some((question) => question !== "usesMaintenanceFund" && !answers[question]);

export const outcomes = ["accepted", "merged", "referred", "returned"] as const;
export type Outcome = (typeof outcomes)[number];
