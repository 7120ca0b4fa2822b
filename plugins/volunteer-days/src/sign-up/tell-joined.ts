import { findDay } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "./private-link.js";
import { tellMoment } from "../tell-time/tell-time.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import type { OpenDay } from "./board.js";
import type { Joined } from "./join-many.js";
import { findSignUp, findVolunteer } from "./sign-up.repository.js";

/** Who signed up with an account that has a mail address gets the date for their calendar; others are written to where no page has told them. */
export async function tellJoined(
  ctx: VolunteerDaysContext,
  { signUpId, isKnown, state, siteName, meetingPoint }: Pick<Joined, "signUpId" | "isKnown" | "state" | "siteName" | "meetingPoint">,
  { isForCalendars = true } = {},
): Promise<void> {
  if (isKnown || state !== "confirmed") return;
  const row = (await findSignUp(ctx.db, signUpId))!;
  const [day, volunteer] = [(await findDay(ctx.db, row.dayId))!, (await findVolunteer(ctx.db, row.volunteerId))!];
  const { name, phone, personId } = volunteer;
  const params = { ...(await paramsOf(ctx, day)), site: siteName ?? "", meetingPoint: meetingPoint ?? "" };
  const message = { occasion: "joined", key: "joined", params, startsAt: day.startsAt, isForCalendars } as const;
  await writeToVolunteers(ctx, [{ signUpId, volunteerId: volunteer.id, name, phone, personId }], message);
}

/** A calendar hears of a place that somebody has now by another's: a stand-in, both of a swap, whoever said yes to an offer. */
export const tellTaken = (ctx: VolunteerDaysContext, { day, series, posts }: OpenDay, row: { readonly id: string; readonly postId: string }): Promise<void> => {
  const { siteName, siteMeetingPoint } = posts.find(({ id }) => id === row.postId)!;
  const meetingPoint = siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  return tellJoined(ctx, { signUpId: row.id, isKnown: false, state: "confirmed", siteName, meetingPoint });
};

/** The link of a place goes to the very number it is for, whoever asked for it. */
export async function tellLink(ctx: VolunteerDaysContext, signUpId: string): Promise<void> {
  const row = (await findSignUp(ctx.db, signUpId))!;
  const [day, volunteer] = [(await findDay(ctx.db, row.dayId))!, (await findVolunteer(ctx.db, row.volunteerId))!];
  const { id: volunteerId, name, phone, personId } = volunteer;
  const links = `${name} ${tellMoment(day.startsAt, ctx.clock.zone)} ${ctx.linkTo(linkOf(ctx, signUpId))}`;
  const message = { occasion: "links", key: "link", params: { ...(await paramsOf(ctx, day)), links }, startsAt: day.startsAt } as const;
  await writeToVolunteers(ctx, [{ signUpId, volunteerId, name, phone, personId }], message);
}
