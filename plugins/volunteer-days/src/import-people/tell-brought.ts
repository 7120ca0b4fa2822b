import type { DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { Decided } from "../sign-up/decide-many.js";
import { tellJoined } from "../sign-up/tell-joined.js";
import { findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { reachable, type Told } from "../tell-volunteers/reach.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers, type Addressee } from "../tell-volunteers/write-to-volunteers.js";

const addresseeOf = async ({ db }: VolunteerDaysContext, signUpId: string, volunteerId: string): Promise<Addressee> => {
  const { name, phone, personId } = (await findVolunteer(db, volunteerId))!;
  return { signUpId, volunteerId, name, phone, personId };
};

/** Whom a list brought hears that they have a place or stand in line, with the way to cancel: they did not press anything themselves. Gives whom that reaches. O(people). */
export async function tellBrought(ctx: VolunteerDaysContext, decided: readonly Decided[]): Promise<Told> {
  const people: Addressee[] = [];
  for (const { open, post, volunteerId, row, queue } of decided) {
    if (!row) continue;
    const { day, series } = open;
    const person = await addresseeOf(ctx, row.id, volunteerId);
    people.push(person);
    const meetingPoint = post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
    const joined = { signUpId: row.id, isKnown: false, state: row.state as "confirmed", siteName: post.siteName, meetingPoint };
    if (row.state === "confirmed") await tellJoined(ctx, joined, { isForCalendars: false });
    else {
      const params = { ...(await paramsOf(ctx, day)), site: post.siteName, queue: queue ?? 1 };
      await writeToVolunteers(ctx, [person], { occasion: "queued", key: "queued", params, startsAt: day.startsAt });
    }
  }
  return reachable(ctx, people);
}

/** Whose place a list had brought hears that it is taken back with the list; a calendar that was invited by mail has heard it already. */
export async function tellTakenBack(ctx: VolunteerDaysContext, day: DayRow, { id, volunteerId, sequence }: SignUpRow): Promise<void> {
  const message = { occasion: "withdrawn", key: `withdrawn-${sequence + 1}`, params: await paramsOf(ctx, day), startsAt: day.startsAt } as const;
  await writeToVolunteers(ctx, [await addresseeOf(ctx, id, volunteerId)], message);
}

/** Whom that reaches. */
export async function reachedOf(ctx: VolunteerDaysContext, gone: readonly { readonly signUpId: string | null; readonly volunteerId: string }[]): Promise<Told> {
  const people: Addressee[] = [];
  for (const { signUpId, volunteerId } of gone) people.push(await addresseeOf(ctx, signUpId!, volunteerId));
  return reachable(ctx, people);
}
