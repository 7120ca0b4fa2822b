import type { AgeBand } from "../join-rules/age-rules.js";
import { findDay, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { joinMany, type Asked } from "../sign-up/join-many.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { planRota } from "./plan-rota.js";
import { readRota } from "./read-problem.js";
import type { PlannedDay } from "./rota-problem.js";

/** What is written down: who goes where. The rules decide about each once more. */
export interface RotaDraft {
  readonly days: readonly Pick<PlannedDay, "dayId" | "placements">[];
  readonly shortSites: number;
}

/** The rota of some days as it would be; computed on the readers, outside the lane. */
export async function draftRota(
  ctx: VolunteerDaysContext,
  series: SeriesRow,
  dayIds: readonly string[],
  of: "regular" | "reserve" = "regular",
): Promise<RotaDraft> {
  const { problem } = await readRota(ctx, series, of);
  const last = problem.days.findLastIndex(({ dayId }) => dayIds.includes(dayId));
  const { days } = planRota({ ...problem, days: problem.days.slice(0, last + 1) });
  const wanted = days.filter(({ dayId }) => dayIds.includes(dayId));
  return { days: wanted, shortSites: wanted.reduce((sum, { shortSiteIds }) => sum + shortSiteIds.length, 0) };
}

async function tell(
  ctx: VolunteerDaysContext,
  dayId: string,
  placed: readonly { signUpId: string; volunteerId: string; siteName: string; meetingPoint: string }[],
) {
  const params = await paramsOf(ctx, (await findDay(ctx.db, dayId))!);
  for (const { signUpId, volunteerId, siteName, meetingPoint } of placed) {
    const { name, phone, personId } = (await findVolunteer(ctx.db, volunteerId))!;
    const addressee = { signUpId, volunteerId, name, phone, personId };
    await writeToVolunteers(ctx, [addressee], { occasion: "placed", key: "placed", params: { ...params, site: siteName, meetingPoint } });
  }
}

/**
 * Gives the places of a draft: each person is told where, with the link to decline. Who signed up or declined meanwhile is left as they are. Gives how
 * many were placed.
 */
export async function publishRota(ctx: VolunteerDaysContext, draft: RotaDraft): Promise<number> {
  let placed = 0;
  for (const { dayId, placements } of draft.days) {
    const people = await Promise.all(placements.map(({ personId }) => findVolunteer(ctx.db, personId)));
    const asked = placements.flatMap(({ personId, postId }, i): Asked[] => {
      const { joinedRotaAt = null, ageBand = null, guardianAgreedOn = null } = people[i] ?? {};
      if (joinedRotaAt === null) return [];
      const band = (ageBand ?? "adult") as AgeBand;
      return [{ dayId, postId, who: { volunteerId: personId }, ageBand: band, hasGuardian: guardianAgreedOn !== null, via: "rota", enteredById: null }];
    });
    const answers = await joinMany(ctx, asked);
    const fresh = answers.flatMap((one, i) =>
      one instanceof Error || one.isKnown || one.state !== "confirmed" ? [] : [{ ...one, volunteerId: (asked[i]!.who as { volunteerId: string }).volunteerId }],
    );
    await tell(ctx, dayId, fresh);
    placed += fresh.length;
    ctx.audit("rota.publish", dayId, { placed: fresh.length });
  }
  return placed;
}
