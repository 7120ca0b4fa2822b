import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import { keyedPath } from "../sign-up/private-link.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

/** Asks each by a message with their own link to say yes or no. */
export async function tellStandIns(
  ctx: VolunteerDaysContext,
  { day, series }: OpenDay,
  post: OpenPost,
  asked: readonly { readonly id: string; readonly signUpId: string; readonly volunteerId: string }[],
): Promise<void> {
  const meetingPoint = post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  const params = { ...(await paramsOf(ctx, day)), site: post.siteName, meetingPoint };
  for (const { id, signUpId, volunteerId } of asked) {
    const { name, phone, personId } = (await findVolunteer(ctx.db, volunteerId))!;
    const message = { occasion: "standIn", key: `stand-in-${id}`, startsAt: day.startsAt, path: keyedPath(ctx, "stand-in", id) } as const;
    await writeToVolunteers(ctx, [{ signUpId, volunteerId, name, phone, personId }], { ...message, params });
  }
}
