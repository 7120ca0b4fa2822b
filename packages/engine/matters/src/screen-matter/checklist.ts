/** The seven questions of a screening; each is answered yes or no, or left open. The last one is about competence: "yes" warns, it does not block. */
export const questions = ["isPublic", "isLawful", "isOurLevel", "isConcrete", "isNew", "areSidesKnown", "usesMaintenanceFund"] as const;
export type Question = (typeof questions)[number];
/** What was answered; a question nobody answered is not there. */
export type Answers = Readonly<Partial<Record<Question, boolean>>>;
export const conditions = questions.filter((question) => question !== "usesMaintenanceFund");

/** Is one of the six conditions not met, or not answered? What it would be paid from is no condition. */
export const hasDoubt = (answers: Answers): boolean => conditions.some((question) => !answers[question]);

export const outcomes = ["accepted", "merged", "referred", "returned"] as const;
export type Outcome = (typeof outcomes)[number];
