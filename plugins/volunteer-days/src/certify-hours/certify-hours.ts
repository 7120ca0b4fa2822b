import { writeHoursCertificate } from "@lianxin/documents";
import { byId } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { tellHours } from "../record-hours/export-hours.js";
import { sumMinutes } from "../record-hours/record-hours.js";
import { serviceOf, type OwnServiceRow } from "../record-hours/service.repository.js";
import { addMinutes, isDay, tellDay, tellMoment } from "../tell-time/tell-time.js";
import { sealText, writeProof } from "./seal-text.js";

export const findCertificate = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_certificate", id).selectAll().executeTakeFirst();
export type CertificateRow = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;
interface Holder {
  readonly id: string;
  readonly name: string;
  readonly placePath: string;
}
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The next number of a community in a year: "2026-0007". The counter's row is held until the commit. */
async function giveNumber(db: VolunteerDaysDb, placePath: string, year: string): Promise<string> {
  const { last } = await db
    .insertInto("volunteer_days_certificate_counter")
    .values({ id: `${placePath} ${year}`, last: 1 })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ last: eb("volunteer_days_certificate_counter.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${year}-${String(last).padStart(4, "0")}`;
}

/** One line for each sign-up whose minutes stand: what was reversed is left out, what was said instead is in. */
export function standingOf(rows: readonly OwnServiceRow[]): OwnServiceRow[] {
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  return rows.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id));
}

/** What stands has been on the posted list long enough, corrections counted from the day they were made; throws hoursNotPosted, naming the first day that has not. */
function checkPosted({ clock, config }: VolunteerDaysContext, rows: readonly OwnServiceRow[]): void {
  const days = config.postedDays;
  const readyOf = ({ recordedAt }: OwnServiceRow): string => addMinutes(recordedAt, days * 24 * 60);
  const waiting = standingOf(rows).filter((row) => readyOf(row) > clock.now());
  const [first] = waiting;
  if (!first) return;
  const last = waiting.map(readyOf).sort().at(-1)!;
  throw errors.hoursNotPosted({ day: tellDay(first.servedOn), days, ready: tellMoment(last, clock.zone) }, "body.to");
}

/**
 * Certifies the minutes that stand for somebody between two days, both included: numbered, and signed so that the paper alone proves it. Throws
 * dayInvalid, datesTurned, dayAhead, nothingServed, hoursNotPosted.
 */
export async function certifyHours(ctx: VolunteerDaysContext, { id: volunteerId, name, placePath }: Holder, { from, to }: Span): Promise<CertificateRow> {
  const { db, clock, newId, actor, use, sign, audit } = ctx;
  if (!isDay(from)) throw errors.dayInvalid({ value: from }, "body.from");
  if (!isDay(to)) throw errors.dayInvalid({ value: to }, "body.to");
  if (to < from) throw errors.datesTurned({}, "body.to");
  // Nobody has served on days that have not been.
  if (to > clock.today()) throw errors.dayAhead({}, "body.to");
  const rows = await serviceOf(db, volunteerId, from, to);
  const minutes = [...sumMinutes(rows).values()].reduce((sum, one) => sum + one, 0);
  if (minutes <= 0) throw errors.nothingServed({}, "body.from");
  checkPosted(ctx, rows);
  const issuer = (await use.directory.community())?.name ?? "";
  const issuedOn = clock.today();
  const number = await giveNumber(db, placePath, issuedOn.slice(0, 4));
  const sealed = sealText({ number, name, minutes, from, to, issuer, issuedOn });
  const row = {
    ...{ id: newId(), placePath, volunteerId, number, fromOn: from, toOn: to, minutes, sealed, signature: sign(sealed).signature },
    ...{ issuedOn, issuedAt: clock.now(), issuedById: actor.personId },
  };
  await db.insertInto("volunteer_days_certificate").values(row).execute();
  audit("certify", row.id, { number, minutes });
  return row;
}

/** The certificate as a page to print. What it counts is what stood when it was issued, or stands now: the signed number does not change. */
export async function printCertificate(ctx: VolunteerDaysContext, row: CertificateRow, name: string): Promise<string> {
  const { db, use, linkTo } = ctx;
  const [community, rows] = await Promise.all([use.directory.community(), serviceOf(db, row.volunteerId, row.fromOn, row.toOn)]);
  const handler = row.issuedById ? (await use.directory.findPerson(row.issuedById))?.fullName : undefined;
  const services = standingOf(rows.filter(({ recordedAt }) => recordedAt <= row.issuedAt));
  return writeHoursCertificate({
    ...{ number: row.number, name, hours: tellHours(row.minutes), from: row.fromOn, to: row.toOn, issuedOn: row.issuedOn },
    issuer: community?.name ?? "",
    ...(handler ? { handler } : {}),
    ...(community?.officePhone ? { contact: community.officePhone } : {}),
    services: services.map(({ servedOn, title, siteName, work, minutes }) => ({ day: servedOn, title, place: siteName, work, time: tellHours(minutes) })),
    proof: linkTo(`/volunteer-days/certificates#${writeProof(row.sealed, row.signature)}`),
  });
}
