/** What somebody knows, as it is written: "急救、电工" being two. */
export const readSkills = (written: string | null): string[] => (written ?? "").split(/[、，,；;\s]+/u).filter((skill) => skill !== "");
