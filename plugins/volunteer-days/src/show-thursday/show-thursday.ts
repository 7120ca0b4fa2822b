import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findDay, findSeries, postsOf, type DayRow, type PostRow } from "../keep-days/day.repository.js";
import { noCompany } from "../join-rules/can-join.js";
import { tasksAt } from "../join-rules/work-rules.js";
import { choosePost } from "../sign-up/choose-post.js";
import { isInsured } from "../plan-days/insurance.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findByShortName, findDayByShortName } from "./short-name.js";

const ahead = ({ db, clock }: VolunteerDaysContext) =>
  everywhere(db, "volunteer_days_day", "the public page: what, when and where, no person")
    .selectAll()
    .where("endsAt", ">", clock.now())
    .orderBy("startsAt")
    .orderBy("id");

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

const stranger = { ageBand: "adult", hasGuardian: false, company: noCompany, mayLead: false, skills: [] } as const;

/** Whoever signs up now would have this place in line, by the one decision that gives places; null: a place is free, or nobody may come. */
function lineOf({ clock }: VolunteerDaysContext, day: DayRow, posts: readonly PostRow[], siteId?: string): number | null {
  const open = posts.map((post) => ({ ...post, isChanged: false }));
  const choice = choosePost(open, { siteId }, { now: clock.now(), day, person: stranger, others: [] });
  return choice && "post" in choice && choice.isWaiting ? choice.post.waiting + 1 : null;
}

/** The next dates with a place free, for whoever comes to a full one. O(days). */
async function freeAmong(ctx: VolunteerDaysContext, days: readonly DayRow[]) {
  const open = days.filter(({ state }) => state === "open");
  const posts = await postsOf(
    ctx.db,
    open.map(({ id }) => id),
  );
  const free = open.flatMap(({ id, startsAt, endsAt }) => {
    const own = posts.filter(({ dayId, kind, siteClosedOn }) => dayId === id && kind === "member" && siteClosedOn === null);
    const missing = sum(own, ({ most, taken }) => Math.max(0, most - taken));
    return missing > 0 ? [{ id, startsAt, endsAt, missing }] : [];
  });
  return free.slice(0, 3);
}

async function describe(ctx: VolunteerDaysContext, day: DayRow) {
  const series = (await findSeries(ctx.db, day.seriesId))!;
  const posts = (await postsOf(ctx.db, [day.id])).filter(({ kind, siteClosedOn }) => kind === "member" && siteClosedOn === null);
  const siteIds = [...new Set(posts.map(({ siteId }) => siteId))];
  const sites = siteIds.map((id) => {
    const own = posts.filter(({ siteId }) => siteId === id);
    const missing = sum(own, ({ most, taken }) => most - taken);
    return { id, name: own[0]!.siteName, work: own[0]!.work, missing, line: lineOf(ctx, day, posts, id) };
  });
  const { id, heldOn, startsAt, endsAt } = day;
  const { title, tools, hazards } = series;
  const counts = { taken: sum(posts, (post) => post.taken), most: sum(posts, (post) => post.most), line: lineOf(ctx, day, posts) };
  return {
    id,
    title,
    heldOn,
    startsAt,
    endsAt,
    meetingPoint: day.meetingPoint ?? series.meetingPoint,
    work: tasksAt(posts).join("、"),
    tools,
    hazards,
    words: day.words,
    isInsured: isInsured(series, heldOn),
    ...counts,
    sites,
  };
}

/** The days a link is about, soonest first: those of its series, from its own date on where it names one. Throws dayUnknown. */
async function daysOf(ctx: VolunteerDaysContext, ofId: string): Promise<{ days: DayRow[]; ended: DayRow | undefined }> {
  const named = (await findDay(ctx.db, ofId)) ?? (await findDayByShortName(ctx.db, ofId));
  const seriesId = named?.seriesId ?? (await findSeries(ctx.db, ofId))?.id ?? (await findByShortName(ctx.db, ofId));
  if (!seriesId) throw errors.dayUnknown({}, "query.of");
  const days = await ahead(ctx).where("seriesId", "=", seriesId).limit(12).execute();
  const isOver = named !== undefined && named.endsAt <= ctx.clock.now();
  return { days: named && !isOver ? days.filter(({ startsAt }) => startsAt >= named.startsAt) : days, ended: isOver ? named : undefined };
}

/** The next open day of each other series of the same community, so that nobody is led past what they came for. O(days ahead). */
async function othersThan(ctx: VolunteerDaysContext, shown: DayRow | undefined) {
  if (!shown) return [];
  const days = await ahead(ctx).where("state", "=", "open").where("placePath", "=", shown.placePath).limit(60).execute();
  const first = new Map<string, DayRow>();
  for (const day of days) if (day.seriesId !== shown.seriesId && !first.has(day.seriesId)) first.set(day.seriesId, day);
  return Promise.all(
    [...first.values()].slice(0, 5).map(async ({ id, seriesId, startsAt, endsAt }) => {
      return { id, title: (await findSeries(ctx.db, seriesId))!.title, startsAt, endsAt };
    }),
  );
}

/**
 * What anybody may see: the next day that takes place, and what was called off before it; `of`: the day a link names, or the next one of the series it
 * names. Names nobody. Throws dayUnknown.
 */
export async function showThursday(ctx: VolunteerDaysContext, of?: string) {
  const { days, ended } = of === undefined ? { days: await ahead(ctx).limit(12).execute(), ended: undefined } : await daysOf(ctx, of);
  const at = days.findIndex(({ state }) => state === "open");
  const before = (at < 0 ? days : days.slice(0, at)).filter(({ state }) => state !== "open");
  const shown = at < 0 ? null : await describe(ctx, days[at]!);
  const community = await ctx.use.directory.community();
  const notices = before.slice(0, 2).map(({ heldOn, state, holiday, reason, words }) => ({ heldOn, state, holiday, reason, words }));
  return {
    community: community?.name ?? "",
    phone: community?.officePhone ?? null,
    takesPhotos: ctx.config.takesPhotos,
    sendsTexts: ctx.canSend("sms"),
    notices: [...(ended ? [{ heldOn: ended.heldOn, state: "over", holiday: null, reason: null, words: null }] : []), ...notices],
    day: shown,
    free:
      shown && shown.line !== null
        ? await freeAmong(
            ctx,
            days.slice(at + 1).filter(({ seriesId }) => seriesId === days[at]!.seriesId),
          )
        : [],
    others: await othersThan(ctx, days[at] ?? days[0] ?? ended),
  };
}
