import { findDay, findSeries, postsOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findSignUp, type SignUpRow } from "../sign-up/sign-up.repository.js";
import type { SwapRow } from "./swap.repository.js";

async function placeOf({ db }: VolunteerDaysContext, { dayId, postId }: SignUpRow) {
  const day = (await findDay(db, dayId))!;
  const [series, posts] = [(await findSeries(db, day.seriesId))!, await postsOf(db, [dayId])];
  const post = posts.find(({ id }) => id === postId)!;
  const { heldOn, startsAt, endsAt } = day;
  const meetingPoint = post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  return { title: series.title, heldOn, startsAt, endsAt, siteName: post.siteName, postTitle: post.title, meetingPoint };
}

/** The place of the one who is asked, and the one they would have instead; closed when either does not stand any more. */
export async function showSwap(ctx: VolunteerDaysContext, { state, fromSignUpId, toSignUpId }: SwapRow) {
  const [from, to] = [(await findSignUp(ctx.db, fromSignUpId))!, (await findSignUp(ctx.db, toSignUpId))!];
  const isOver = from.endedAt !== null || to.endedAt !== null;
  return { state: state === "asked" && isOver ? "closed" : state, mine: await placeOf(ctx, to), theirs: await placeOf(ctx, from) };
}
