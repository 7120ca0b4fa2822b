import { writeSignInSheet } from "@lianxin/documents";
import { findSeries, postsOf, type DayRow, type PostRow } from "../keep-days/day.repository.js";
import { isInsured } from "../plan-days/insurance.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { dueOf, sumMinutes } from "../record-hours/record-hours.js";
import { serviceOfDay } from "../record-hours/service.repository.js";
import { hazardsOf } from "../report-hazard/report-hazard.js";
import { activeOn, everOn } from "../sign-up/sign-up.repository.js";
import { tellPhotos } from "../tell-volunteers/tell-photos.js";
import { tellDay, tellNumber, tellWhen } from "../tell-time/tell-time.js";
import { tasksOf } from "./tasks-of.js";

const everySite = (): boolean => true;

/** The day sheet: the teams of the sites its reader may see, with who is expected, who came and left. */
export async function showDay(ctx: VolunteerDaysContext, day: DayRow, isTheirs: (siteId: string) => boolean = everySite) {
  const [series, posts, active, ever, service, hazards] = await Promise.all([
    findSeries(ctx.db, day.seriesId),
    postsOf(ctx.db, [day.id]),
    activeOn(ctx.db, day.id),
    everOn(ctx.db, day.id),
    serviceOfDay(ctx.db, day.id),
    hazardsOf(ctx.db, day.id),
  ]);
  const minutes = sumMinutes(service);
  const tasks = tasksOf(day, posts, ever);
  const people = (own: readonly PostRow[]) => {
    const here = active.filter(({ postId }) => own.some(({ id }) => id === postId));
    return here.map(({ signUpId, name, phone, state, number, postId, arrivedAt, leftAt, isAbsent, via }) => ({
      ...{ signUpId, name, phone, state, code: String(number), via, arrivedAt, leftAt, isAbsent },
      kind: own.find(({ id }) => id === postId)!.kind,
      task: state === "confirmed" ? tasks.get(signUpId)! || null : null,
      minutes: minutes.get(signUpId) ?? null,
    }));
  };
  const teams = [...new Set(posts.map(({ siteId }) => siteId))].filter(isTheirs).map((siteId) => {
    const own = posts.filter((post) => post.siteId === siteId);
    const { siteName, work, siteMeetingPoint } = own[0]!;
    const meetingPoint = siteMeetingPoint ?? day.meetingPoint ?? series!.meetingPoint;
    const seen = hazards.filter((one) => one.siteId === siteId).map(({ title, matterId, matterNumber }) => ({ title, matterId, number: matterNumber }));
    const places = own.map(({ id, kind, title, taken, most, waiting }) => ({ id, kind, title, taken, most, waiting }));
    return { siteId, siteName, work, meetingPoint, places, people: people(own), hazards: seen };
  });
  const { id, originalOn, heldOn, startsAt, endsAt, state, holiday, holidayWhy, reason, words } = day;
  const { insurer, policyNumber, insuredUntil } = series!;
  const insured = isInsured(series!, heldOn) ? { insurer: insurer!, policy: policyNumber!, until: insuredUntil! } : null;
  const about = { title: series!.title, tools: series!.tools, hazards: series!.hazards, takesPhotos: ctx.config.takesPhotos, dueOn: await dueOf(ctx, heldOn) };
  return { id, originalOn, heldOn, startsAt, endsAt, state, holiday, holidayWhy, reason, words, insured, ...about, teams };
}

/** The list to sign (签到签退表), a team on each page, with the number to key in later; only the phones' last four digits. */
export async function printSignIn(ctx: VolunteerDaysContext, day: DayRow, isTheirs: (siteId: string) => boolean = everySite): Promise<string> {
  const { title, heldOn, startsAt, endsAt, teams } = await showDay(ctx, day, isTheirs);
  const moved = day.originalOn === day.heldOn ? "" : ctx.text("volunteer-days.sheet.moved", { day: tellDay(day.originalOn) }, "zh-CN");
  const time = tellWhen(heldOn, startsAt, endsAt, ctx.clock.zone);
  const pages = [];
  for (const { siteName, meetingPoint, people } of teams) {
    const coming = people.filter(({ state }) => state === "confirmed");
    const phones = await ctx.disclose(
      coming.flatMap(({ phone }) => phone ?? []),
      "signIn",
    );
    const tails = phones.values();
    pages.push(
      writeSignInSheet({
        ...{
          meeting: `${title} ${siteName}`,
          time,
          place: meetingPoint,
          blankRows: 3,
          hasTimes: true,
          remark: [tellPhotos(ctx), moved].filter(Boolean).join(" "),
        },
        people: coming.map(({ name, kind, code, task, phone }) => ({
          name,
          unit: tellNumber(day.originalOn, Number(code)),
          standing: [ctx.text(`volunteer-days.kind.${kind}`, {}, "zh-CN"), task].filter(Boolean).join(" "),
          ...(phone ? { phoneTail: tails.next().value!.slice(-4) } : {}),
        })),
      }),
    );
  }
  return joinPages(pages);
}

/** Several printed documents as one: the first one's head, all their sheets. */
function joinPages(pages: readonly string[]): string {
  const inside = (page: string): string => page.slice(page.indexOf("<body>") + 6, page.lastIndexOf("</body>"));
  const [first = ""] = pages;
  return `${first.slice(0, first.indexOf("<body>") + 6)}${pages.map(inside).join("\n")}${first.slice(first.lastIndexOf("</body>"))}`;
}
