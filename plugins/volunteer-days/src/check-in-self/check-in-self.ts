import { squareQr } from "@lianxin/documents";
import { errors } from "../errors.js";
import { findDay, findSeries, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { hasHours } from "../record-hours/service.repository.js";
import { findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { timeOf } from "../tell-time/tell-time.js";
import { codeNow, momentOf, windowMinutes } from "./rotating-code.js";

/** What the leader's phone shows: the code of this minute, and the address it leads to. */
export async function showCode(ctx: VolunteerDaysContext, day: DayRow) {
  const { clock, db, linkTo } = ctx;
  const code = codeNow(ctx, day.id);
  const lasts = windowMinutes * 60_000;
  const now = clock.now();
  const nextAt = new Date((Math.floor(Date.parse(now) / lasts) + 1) * lasts).toISOString();
  const link = linkTo(`/volunteer-days/here/${day.id}/${code}`);
  return { code, now, nextAt, title: (await findSeries(db, day.seriesId))!.title, link, qr: squareQr(link) };
}

/**
 * Signs somebody in, or out, by the code that is shown where the team meets. The minute comes from the code, so that it may be sent later; sent twice it
 * changes nothing. Who comes after they left had pressed the wrong button
 * before. Throws codeWrong, signUpOver, stillWaiting, dayCancelled, leftBefore, leftEarly, arrivedLate, hoursRecorded.
 */
export async function checkInSelf(ctx: VolunteerDaysContext, row: SignUpRow, { code, act }: { code: string; act: "arrive" | "leave" }): Promise<string> {
  const { db, audit } = ctx;
  const day = (await findDay(db, row.dayId))!;
  if (day.state !== "open") throw errors.dayCancelled({ day: day.heldOn });
  if (row.endedAt !== null) throw errors.signUpOver();
  if (row.state !== "confirmed") throw errors.stillWaiting();
  const at = momentOf(ctx, day, code.normalize("NFKC").replace(/\s/g, ""));
  if (!at) throw errors.codeWrong({}, "body.code");
  if (act === "leave" && row.arrivedAt !== null && at < row.arrivedAt) throw errors.leftBefore({}, "body.code");
  // What would leave no minute is a slip: the wrong button at the start, or a first sign-in at the end.
  if (act === "leave" && at <= day.startsAt) throw errors.leftEarly({ value: timeOf(day.startsAt, ctx.clock.zone) }, "body.code");
  if (act === "arrive" && row.arrivedAt === null && at >= day.endsAt) throw errors.arrivedLate({ value: timeOf(day.endsAt, ctx.clock.zone) }, "body.code");
  // The first arrival stands: whoever scans again later has not come later.
  const isKnown = act === "arrive" ? row.arrivedAt !== null : row.leftAt === at;
  const set =
    act === "arrive" ? { arrivedAt: at, leftAt: row.leftAt !== null && row.leftAt < at ? null : row.leftAt, isAbsent: false } : { leftAt: at, isAbsent: false };
  if (!isKnown && (await hasHours(db, row.id))) throw errors.hoursRecorded({ name: (await findVolunteer(db, row.volunteerId))!.name });
  if (!isKnown) await db.updateTable("volunteer_days_sign_up").set(set).where("id", "=", row.id).execute();
  audit(`checkIn.${act}`, row.id, { at, by: "code" });
  return isKnown && act === "arrive" ? row.arrivedAt! : at;
}
