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
 * One message to each address, however many places stand under it: a family hears once, with everybody's own link. A place that came later is told of
 * with the others once more. O(places of the days).
 */
export async function remindOf(ctx: VolunteerDaysContext, on: string, days: readonly DayRow[]): Promise<void> {
  for (const reminders of (await collect(ctx, days)).values()) {
    const [{ person, day, params }] = reminders as [Reminder, ...Reminder[]];
    if (reminders.length === 1) {
      await writeToVolunteers(ctx, [person], { occasion: "reminder", key: `reminder-${on}`, params, startsAt: day.startsAt });
      continue;
    }
    const list = reminders.map((one) => `${one.person.name} ${one.params.when} ${one.params.title} ${ctx.linkTo(linkOf(ctx, one.person.signUpId))}`).join("；");
    const newest = reminders
      .map((one) => one.person.signUpId)
      .sort()
      .at(-1)!;
    await writeToVolunteers(ctx, [person], { occasion: "reminderMany", key: `reminder-${on}-${newest}`, params: { ...params, list }, startsAt: day.startsAt });
  }
}
