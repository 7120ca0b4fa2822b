import { byId, everywhere } from "@lianxin/plugin-kit";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";

/** Who has a place on a day or waits for one, in the order they came. */
export const activeOn = (db: VolunteerDaysDb, dayId: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .selectAll("signUp")
    .select(["signUp.id as signUpId", "volunteer.name", "volunteer.phone", "volunteer.phoneIndex", "volunteer.personId", "volunteer.mayLead"])
    .where("signUp.dayId", "=", dayId)
    .where("signUp.endedAt", "is", null)
    .orderBy("signUp.number")
    .execute();
export type ActiveRow = Awaited<ReturnType<typeof activeOn>>[number];

/** Everybody who ever asked to come on a day, also those who left, in the order they came. */
export const everOn = (db: VolunteerDaysDb, dayId: string) =>
  db.selectFrom("volunteer_days_sign_up").select(["id", "postId", "firstPostId", "ageBand", "number"]).where("dayId", "=", dayId).orderBy("number").execute();
export type EverRow = Awaited<ReturnType<typeof everOn>>[number];

export const findSignUp = (db: VolunteerDaysDb, id: string) => db.selectFrom("volunteer_days_sign_up").selectAll().where("id", "=", id).executeTakeFirst();
export type SignUpRow = NonNullable<Awaited<ReturnType<typeof findSignUp>>>;

export const findVolunteer = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_volunteer", id).selectAll().executeTakeFirst();
export type VolunteerRow = NonNullable<Awaited<ReturnType<typeof findVolunteer>>>;

/** As whom somebody goes on whose name was joined into another, however often; themselves, where none was. O(joins). */
export async function nowKnownAs(db: VolunteerDaysDb, { id, joinedIntoId }: Pick<VolunteerRow, "id" | "joinedIntoId">): Promise<string> {
  return joinedIntoId === null ? id : nowKnownAs(db, (await findVolunteer(db, joinedIntoId))!);
}

/** What the organiser wrote down of somebody. */
export interface Standing {
  readonly mayLead: boolean;
  readonly skills: readonly string[];
}

/** What the organiser wrote down of some volunteers. */
export async function standingsOf({ db }: VolunteerDaysContext, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await everywhere(db, "volunteer_days_volunteer", "who asks for a post is looked up, not listed")
    .select(["id", "mayLead", "skills"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, mayLead, skills }) => [id, { mayLead, skills: readSkills(skills) }]));
}

/** How many wait in front of a number for the same post. */
export async function countBefore(db: VolunteerDaysDb, { postId, number }: Pick<SignUpRow, "postId" | "number">): Promise<number> {
  const row = await db
    .selectFrom("volunteer_days_sign_up")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("postId", "=", postId)
    .where("state", "=", "waiting")
    .where("number", "<", number)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
