import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { findDay, postsOf, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { choosePost } from "../sign-up/choose-post.js";
import { joinMany, type Joined } from "../sign-up/join-many.js";
import { companyOf, reachedOf } from "../sign-up/find-company.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import type { SignUpRow } from "../sign-up/sign-up.repository.js";
import { tellJoined } from "../sign-up/tell-joined.js";

/** A day with a place for somebody, and where they would go. */
export interface OtherDay {
  readonly dayId: string;
  /** What it is; it may be another series than the one they left. */
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly siteName: string;
  readonly meetingPoint: string;
}
const [mostDays, mostOffered] = [12, 3];

const daysAhead = ({ db, clock }: VolunteerDaysContext, { id, placePath }: DayRow) =>
  everywhere(db, "volunteer_days_day", "the next dates of the community whose private link was shown")
    .innerJoin("volunteer_days_series as series", "series.id", "volunteer_days_day.seriesId")
    .selectAll("volunteer_days_day")
    .select(["series.meetingPoint as seriesMeetingPoint", "series.title"])
    .where("volunteer_days_day.placePath", "=", placePath)
    .where("volunteer_days_day.id", "!=", id)
    .where("volunteer_days_day.state", "=", "open")
    .where("volunteer_days_day.startsAt", ">", clock.now())
    .orderBy("volunteer_days_day.startsAt")
    .orderBy("volunteer_days_day.id")
    .limit(mostDays)
    .execute();

/**
 * Where somebody whose place ended could come instead: the next days with a place free for them, three at most, by the one decision on who may have a place. O(days ahead · posts of a day).
 */
export async function findOtherDays(ctx: VolunteerDaysContext, row: SignUpRow, left: DayRow): Promise<readonly OtherDay[]> {
  const days = await daysAhead(ctx, left);
  const posts = await postsOf(
    ctx.db,
    days.map(({ id }) => id),
  );
  const others = (await placesOf(ctx, [row.volunteerId])).get(row.volunteerId)!;
  const reached = (await reachedOf(ctx, [row.volunteerId])).get(row.volunteerId)!;
  const offered = await Promise.all(
    days.map(async (day): Promise<OtherDay[]> => {
      const company = await companyOf(ctx, day, { ...reached, ageBand: row.ageBand });
      const person = { ageBand: row.ageBand as AgeBand, hasGuardian: row.hasGuardian, company, mayLead: false, skills: [] };
      const own = posts.filter(({ dayId }) => dayId === day.id).map((post) => ({ ...post, isChanged: false }));
      const choice = choosePost(own, {}, { now: ctx.clock.now(), day, person, others });
      if (!choice || "refused" in choice || choice.isWaiting) return [];
      const { siteName, siteMeetingPoint } = choice.post;
      const meetingPoint = siteMeetingPoint ?? day.meetingPoint ?? day.seriesMeetingPoint;
      return [{ dayId: day.id, title: day.title, startsAt: day.startsAt, endsAt: day.endsAt, siteName, meetingPoint }];
    }),
  );
  return offered.flat().slice(0, mostOffered);
}

/** They come on another day of the community instead. Throws dayUnknown, and what stands in the way. */
export async function joinOtherDay(ctx: VolunteerDaysContext, row: SignUpRow, dayId: string): Promise<Joined> {
  const [left, wanted] = [await findDay(ctx.db, row.dayId), await findDay(ctx.db, dayId)];
  if (!wanted || wanted.placePath !== left!.placePath) throw errors.dayUnknown({}, "body.dayId");
  const { volunteerId, ageBand, hasGuardian } = row;
  const asked = { dayId, who: { volunteerId }, ageBand: ageBand as AgeBand, hasGuardian, via: "public" as const, enteredById: null, hasKey: true };
  const joined = (await joinMany(ctx, [asked]))[0]!;
  if (joined instanceof Error) throw joined;
  await tellJoined(ctx, joined);
  return joined;
}
