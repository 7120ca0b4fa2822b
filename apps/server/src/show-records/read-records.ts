import type { Platform } from "@lianxin/server-kit";

/** What was done: who, what, to which row. */
export interface Deed {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly action: string;
  readonly target: string;
}
/** Whose contact or sensitive values were opened, for whom, by which route. */
export interface Reveal {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly route: string;
  readonly dataClass: string;
  readonly count: number;
  readonly subjects: readonly string[];
}
export const pageSize = 50;
const subjectsShown = 5;

/** Deeds, newest first, older than the id given. */
export const readDeeds = ({ database: { kit } }: Platform, before: string): Promise<Deed[]> =>
  kit
    .selectFrom("kit_audit")
    .select(["id", "at", "person as personId", "action", "target"])
    .where("id", "<", before)
    .orderBy("id", "desc")
    .limit(pageSize + 1)
    .execute();

/** Reveals, newest first, older than the id given; of the people each opened, the first few. */
export async function readReveals({ database: { kit } }: Platform, before: string): Promise<Reveal[]> {
  const rows = await kit
    .selectFrom("kit_access_log")
    .select(["id", "at", "person as personId", "route", "dataClass", "count"])
    .where("id", "<", before)
    .orderBy("id", "desc")
    .limit(pageSize + 1)
    .execute();
  const subjects = await kit
    .selectFrom("kit_access_subject")
    .select(["accessId", "subject"])
    .where("accessId", "in", ["", ...rows.map((row) => row.id)])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...row,
    subjects: subjects
      .filter((one) => one.accessId === row.id)
      .slice(0, subjectsShown)
      .map((one) => one.subject),
  }));
}
