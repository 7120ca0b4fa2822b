import { everywhere } from "@lianxin/plugin-kit";
import { needsCompany } from "../join-rules/age-rules.js";
import { noCompany, type Company } from "../join-rules/can-join.js";
import type { VolunteerDaysContext } from "../plugin.js";

/** By what a family is found: the number they gave, and the numbers the directory has of them. */
export interface Reached {
  readonly phoneIndex: string | null;
  readonly personId: string | null;
}
export const phonesOf = async ({ use }: VolunteerDaysContext, { phoneIndex, personId }: Reached): Promise<string[]> => [
  ...(phoneIndex === null ? [] : [phoneIndex]),
  ...(personId === null ? [] : await use.directory.phoneIndexesOf(personId)),
];

/** Whether somebody is reached at one of some numbers; the directory is asked only where the number they gave is another one. */
export const isReachedAt = async (ctx: VolunteerDaysContext, phones: readonly string[], who: Reached): Promise<boolean> =>
  phones.length > 0 &&
  ((who.phoneIndex !== null && phones.includes(who.phoneIndex)) ||
    (who.personId !== null && (await phonesOf(ctx, who)).some((phone) => phones.includes(phone))));

const adultsOn = ({ db }: VolunteerDaysContext, dayId: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .innerJoin("volunteer_days_post as post", "post.id", "signUp.postId")
    .select(["signUp.id", "signUp.state", "post.siteId", "volunteer.phoneIndex", "volunteer.personId"])
    .where("signUp.dayId", "=", dayId)
    .where("signUp.endedAt", "is", null)
    .where("signUp.ageBand", "=", "adult")
    .orderBy("signUp.number")
    .execute();

/** Where grown-ups reached at some numbers are that day, one sign-up left aside. O(people of the day). */
export async function findCompany(ctx: VolunteerDaysContext, dayId: string, phones: readonly string[], aside?: string): Promise<Company> {
  if (phones.length === 0) return noCompany;
  const company = new Map<string, "there" | "waits">();
  for (const { id, state, siteId, ...who } of await adultsOn(ctx, dayId)) {
    if (id === aside || company.get(siteId) === "there" || !(await isReachedAt(ctx, phones, who))) continue;
    company.set(siteId, state === "confirmed" ? "there" : "waits");
  }
  return company;
}

/** Who comes with somebody who has a place or wants one: nobody is looked for where nobody has to. */
export async function companyOf(
  ctx: VolunteerDaysContext,
  day: { readonly id: string; readonly heldOn: string },
  who: Reached & { readonly ageBand: string },
  aside?: string,
): Promise<Company> {
  return needsCompany(who.ageBand, day.heldOn) ? findCompany(ctx, day.id, await phonesOf(ctx, who), aside) : noCompany;
}

/** By what some volunteers are reached. */
export async function reachedOf({ db }: VolunteerDaysContext, ids: readonly string[]): Promise<ReadonlyMap<string, Reached>> {
  const rows = await everywhere(db, "volunteer_days_volunteer", "a child's grown-up is found by the number of both")
    .select(["id", "phoneIndex", "personId"])
    .where("id", "in", ["", ...ids])
    .execute();
  return new Map(rows.map(({ id, ...reached }) => [id, reached]));
}
