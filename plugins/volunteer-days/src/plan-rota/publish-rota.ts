import type { AgeBand } from "../join-rules/age-rules.js";
import { findDay, findSeries, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { joinMany, type Asked } from "../sign-up/join-many.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { reachable, type Told } from "../tell-volunteers/reach.js";
import { writeToVolunteers, type Addressee } from "../tell-volunteers/write-to-volunteers.js";
import { isAskedFor } from "../enrol-volunteers/asked-for.js";
import { isPaused } from "../enrol-volunteers/enrol-volunteer.js";
import { planInWorker } from "./plan-in-worker.js";
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
  const { days } = await planInWorker(ctx, { ...problem, days: problem.days.slice(0, last + 1) });
  const wanted = days.filter(({ dayId }) => dayIds.includes(dayId));
  return { days: wanted, shortSites: wanted.reduce((sum, { shortSiteIds }) => sum + shortSiteIds.length, 0) };
}

interface Placed {
  readonly day: DayRow;
  readonly signUpId: string;
  readonly volunteerId: string;
  readonly siteName: string;
  readonly meetingPoint: string;
}

/** One message for all the days somebody was placed on; whoever gets them by mail has one for each, as calendars take one date at a time. */
async function tellPlaced(ctx: VolunteerDaysContext, placed: readonly Placed[]): Promise<Told> {
  const people: Addressee[] = [];
  const params = new Map<string, Record<string, string>>();
  for (const { day } of placed) if (!params.has(day.id)) params.set(day.id, await paramsOf(ctx, day));
  for (const volunteerId of new Set(placed.map((one) => one.volunteerId))) {
    const theirs = placed.filter((one) => one.volunteerId === volunteerId);
    const { name, phone, personId } = (await findVolunteer(ctx.db, volunteerId))!;
    const to = ({ signUpId }: Placed) => ({ signUpId, volunteerId, name, phone, personId });
    const [first] = theirs as [Placed, ...Placed[]];
    people.push(to(first));
    if (phone && theirs.length > 1) {
      const list = theirs.map(({ day, siteName }) => `${params.get(day.id)!.when} ${siteName}`).join("；");
      const message = { occasion: "placedMany", key: "placed", startsAt: first.day.startsAt } as const;
      await writeToVolunteers(ctx, [to(first)], { ...message, params: { ...params.get(first.day.id)!, list } });
      continue;
    }
    for (const one of theirs) {
      const said = { ...params.get(one.day.id)!, site: one.siteName, meetingPoint: one.meetingPoint };
      await writeToVolunteers(ctx, [to(one)], { occasion: "placed", key: "placed", startsAt: one.day.startsAt, params: said });
    }
  }
  return reachable(ctx, people);
}

async function placeDay(ctx: VolunteerDaysContext, { dayId, placements }: RotaDraft["days"][number]): Promise<Placed[]> {
  const day = (await findDay(ctx.db, dayId))!;
  const series = (await findSeries(ctx.db, day.seriesId))!;
  const people = await Promise.all(placements.map(({ personId }) => findVolunteer(ctx.db, personId)));
  const asked = placements.flatMap(({ personId, postId, because }, i): Asked[] => {
    const person = people[i];
    if (!person || !isAskedFor(person, series) || isPaused(person, day)) return [];
    const { ageBand, guardianAgreedOn } = person;
    const band = (ageBand ?? "adult") as AgeBand;
    const said = { ageBand: band, hasGuardian: guardianAgreedOn !== null, via: "rota" as const, enteredById: null, because };
    return [{ dayId, postId, who: { volunteerId: personId }, ...said }];
  });
  const answers = await joinMany(ctx, asked);
  return answers.flatMap((one, i) => {
    if (one instanceof Error || one.isKnown || one.state !== "confirmed") return [];
    const { signUpId } = one;
    const [siteName, meetingPoint] = [one.siteName ?? "", one.meetingPoint ?? ""];
    return [{ day, signUpId, siteName, meetingPoint, volunteerId: (asked[i]!.who as { volunteerId: string }).volunteerId }];
  });
}

/**
 * Gives the places of a draft: each person is told where, with the link to decline. Who signed up or declined meanwhile is left as they are. Gives how
 * many were placed and whom the letters reach.
 */
export async function publishRota(ctx: VolunteerDaysContext, draft: RotaDraft): Promise<Told & { placed: number }> {
  const placed: Placed[] = [];
  for (const day of draft.days) {
    const fresh = await placeDay(ctx, day);
    ctx.audit("rota.publish", day.dayId, { placed: fresh.length });
    placed.push(...fresh);
  }
  return { placed: placed.length, ...(await tellPlaced(ctx, placed)) };
}
