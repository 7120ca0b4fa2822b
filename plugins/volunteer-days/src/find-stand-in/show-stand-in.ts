import { findDay, findSeries, postsOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findSignUp, findVolunteer } from "../sign-up/sign-up.repository.js";
import type { StandInRow } from "./stand-in.repository.js";

/** When and where a stand-in is asked to come, and whether it is still open; the one they would stand in for is not named. */
export async function showStandIn({ db }: VolunteerDaysContext, { state, volunteerId, signUpId, dayId }: StandInRow) {
  const [day, signUp, volunteer] = [(await findDay(db, dayId))!, (await findSignUp(db, signUpId))!, (await findVolunteer(db, volunteerId))!];
  const [series, posts] = [(await findSeries(db, day.seriesId))!, await postsOf(db, [dayId])];
  const post = posts.find(({ id }) => id === signUp.postId)!;
  const { heldOn, startsAt, endsAt } = day;
  return {
    ...{ state: state === "asked" && signUp.endedAt !== null ? "closed" : state, name: volunteer.name, title: series.title, heldOn, startsAt, endsAt },
    ...{ siteName: post.siteName, postTitle: post.title, work: post.work },
    meetingPoint: post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint,
  };
}
