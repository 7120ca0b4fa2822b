import { writeGroupText, writeVolunteerPoster } from "@lianxin/documents";
import { findSeries, postsOf, sitesOf, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import { tasksAt } from "../join-rules/work-rules.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { shortNameOf, shortNameOfDay } from "../show-thursday/short-name.js";
import { tellPhotos } from "../tell-volunteers/tell-photos.js";
import { tellDay, tellWhen } from "../tell-time/tell-time.js";

/** The public page of one series or day: what hangs at a door or stands in a group leads to what it says. */
const publicPage = (of: string): string => `/volunteer-days/thursday/${of}`;
const shorten = (time: string): string => time.replace(/^0/, "");

/** The poster of a series with the code of the public page, as a page to print. */
export async function printPoster(ctx: VolunteerDaysContext, series: SeriesRow): Promise<string> {
  const { db, use, linkTo, text } = ctx;
  const [community, sites] = await Promise.all([use.directory.community(), sitesOf(db, series.id)]);
  const open = sites.filter(({ closedOn }) => closedOn === null);
  const tasks = tasksAt(open);
  const { title, weekday, startTime, endTime, meetingPoint, tools, hazards } = series;
  // What takes place once does not come again every week.
  const on = series.fromOn === series.untilOn ? tellDay(series.fromOn) : text(`volunteer-days.weekday.${weekday}`, {}, "zh-CN");
  return writeVolunteerPoster({
    ...{
      title,
      meetingPoint,
      where: open.map(({ name }) => name).join("、"),
      work: tasks.join("、"),
      issuer: community?.name ?? "",
      link: linkTo(publicPage(series.id)),
    },
    // Nobody types the long address that the code has.
    typed: linkTo(publicPage(await shortNameOf(db, series.id))),
    when: `${on} ${shorten(startTime)}–${shorten(endTime)}`,
    photos: tellPhotos(ctx),
    ...(tools ? { tools } : {}),
    ...(hazards ? { hazards } : {}),
    ...(community?.officePhone ? { contact: community.officePhone } : {}),
  });
}

/** What is pasted into a neighbours' group: when, where, how many are missing at each site, and the address. Names nobody. */
export async function writeDayText({ db, use, clock, linkTo, text }: VolunteerDaysContext, day: DayRow): Promise<string> {
  const [series, posts, community] = await Promise.all([findSeries(db, day.seriesId), postsOf(db, [day.id]), use.directory.community()]);
  // Leaders are chosen by the community, nobody is to sign up for that.
  const open = posts.filter(({ kind, siteClosedOn }) => kind === "member" && siteClosedOn === null);
  const missing = [...new Set(open.map(({ siteName }) => siteName))].map((name) => {
    const free = open.filter((post) => post.siteName === name).reduce((sum, { most, taken }) => sum + most - taken, 0);
    return text(free > 0 ? "volunteer-days.group.missing" : "volunteer-days.group.full", { name, count: free }, "zh-CN");
  });
  const reason = day.reason ? text(`volunteer-days.reason.${day.reason}`, {}, "zh-CN") : "";
  const state = day.state === "open" ? "volunteer-days.group.call" : "volunteer-days.group.off";
  return writeGroupText({
    ...{ community: community?.name ?? "", contact: community?.officePhone ?? "", matters: [] },
    title: text(state, { title: series!.title, why: day.words ?? day.holiday ?? reason }, "zh-CN"),
    time: tellWhen(day.heldOn, day.startsAt, day.endsAt, clock.zone),
    place: day.meetingPoint ?? series!.meetingPoint,
    audience: day.state === "open" ? missing.join("，") : "",
    url: linkTo(publicPage(await shortNameOfDay(db, day))),
  });
}
