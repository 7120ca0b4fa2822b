import type { DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "../sign-up/private-link.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers, type Addressee } from "../tell-volunteers/write-to-volunteers.js";

interface Reminder {
  readonly person: Addressee;
  readonly day: DayRow;
  readonly params: Readonly<Record<string, string>>;
}

/** Who is reached by one address: a household by its phone, a person of the directory by themselves. */
const addressOf = ({ personId, phoneIndex, volunteerId }: { personId: string | null; phoneIndex: string | null; volunteerId: string }): string =>
  phoneIndex ?? personId ?? volunteerId;

async function collect(ctx: VolunteerDaysContext, days: readonly DayRow[]): Promise<Map<string, Reminder[]>> {
  const found = new Map<string, Reminder[]>();
  for (const day of days) {
    const people = (await activeOn(ctx.db, day.id)).filter(({ state }) => state === "confirmed");
    const params = people.length > 0 ? await paramsOf(ctx, day) : {};
    for (const person of people) found.set(addressOf(person), [...(found.get(addressOf(person)) ?? []), { person, day, params }]);
  }
  return found;
}

/**
 * The newest place each address ever had on the days, whatever became of it: whoever cancels takes nothing away that was told, and a place that came later is
 * told of with the others.
 */
async function newestOf(ctx: VolunteerDaysContext, days: readonly DayRow[]): Promise<ReadonlyMap<string, string>> {
  if (days.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .select(["signUp.id", "signUp.volunteerId", "volunteer.phoneIndex", "volunteer.personId"])
    .where(
      "signUp.dayId",
      "in",
      days.map(({ id }) => id),
    )
    .where("signUp.confirmedAt", "is not", null)
    .orderBy("signUp.confirmedAt")
    .orderBy("signUp.id")
    .execute();
  return new Map(rows.map((row) => [addressOf(row), row.id]));
}

/** One message to each address, however many places stand under it: a family hears once, with everybody's own link. O(places of the days). */
export async function remindOf(ctx: VolunteerDaysContext, on: string, days: readonly DayRow[]): Promise<void> {
  const newest = await newestOf(ctx, days);
  for (const [address, reminders] of await collect(ctx, days)) {
    const [{ person, day, params }] = reminders as [Reminder, ...Reminder[]];
    const letter = { key: `reminder-${on}-${newest.get(address)}`, about: address, startsAt: day.startsAt };
    if (reminders.length === 1) {
      await writeToVolunteers(ctx, [person], { ...letter, occasion: "reminder", params });
      continue;
    }
    const list = reminders
      .map((one) => `${one.person.name} ${one.params.when} ${one.params.title} ${ctx.linkTo(linkOf(ctx, one.person.signUpId))}`)
      .join(" ；");
    await writeToVolunteers(ctx, [person], { ...letter, occasion: "reminderMany", params: { ...params, list } });
  }
}
