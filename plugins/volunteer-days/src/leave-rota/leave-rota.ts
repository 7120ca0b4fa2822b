import { cancelSignUp } from "../cancel-sign-up/cancel-sign-up.js";
import { askedOf, seriesAt } from "../enrol-volunteers/asked-for.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { findSignUp, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { addDays, dayOf, isDay } from "../tell-time/tell-time.js";

/** What somebody says of the rota they said yes to: they leave it, pause until a day, that day included, or are back. */
export interface RotaWord {
  readonly act: "leave" | "pause" | "back";
  /** With a pause. */
  readonly until?: string | undefined;
  /** What the rota gave them already in that time is given back too. */
  readonly alsoCancels?: boolean | undefined;
}
/** How somebody stands to the rota: on it, on it but pausing, or off it by their own word; null for who never said yes to it. */
export interface OwnRota {
  readonly isOn: boolean;
  readonly pausedUntil: string | null;
  /** Places ahead that the rota gave them. */
  readonly placed: number;
  /** The titles of the series whose rota they said yes to. */
  readonly series: string[];
}

/** Places ahead that the rota gave somebody, those beginning on a day or before. */
async function placedAhead(ctx: VolunteerDaysContext, volunteerId: string, until: string): Promise<SignUpRow[]> {
  const ahead = (await placesOf(ctx, [volunteerId])).get(volunteerId)!.filter(({ startsAt }) => startsAt > ctx.clock.now());
  const rows = await Promise.all(ahead.filter(({ startsAt }) => dayOf(startsAt, ctx.clock.zone) <= until).map(({ id }) => findSignUp(ctx.db, id)));
  return rows.flatMap((row) => (row?.via === "rota" && row.endedAt === null ? row : [])).sort((a, b) => (a.dayId < b.dayId ? -1 : 1));
}

export async function showOwnRota(ctx: VolunteerDaysContext, volunteerId: string): Promise<OwnRota | null> {
  const row = (await findVolunteer(ctx.db, volunteerId))!;
  const { joinedRotaAt, leftRotaAt, rotaPausedUntil } = row;
  if (joinedRotaAt === null && leftRotaAt === null) return null;
  const all = await seriesAt(ctx.db, row.placePath);
  const asked = new Set(askedOf({ ...row, joinedRotaAt: joinedRotaAt ?? leftRotaAt }, all));
  const pausedUntil = rotaPausedUntil !== null && rotaPausedUntil >= ctx.clock.today() ? rotaPausedUntil : null;
  return {
    isOn: joinedRotaAt !== null,
    pausedUntil,
    placed: (await placedAhead(ctx, volunteerId, "9999-12-31")).length,
    series: all.filter(({ id }) => asked.has(id)).map(({ title }) => title),
  };
}

/** The last day of a pause; throws dayInvalid, dayOver, and pauseLong for more than a year, which is leaving. */
function readUntil({ clock }: VolunteerDaysContext, until: string | undefined): string {
  if (until === undefined || !isDay(until)) throw errors.dayInvalid({ value: until ?? "" }, "body.until");
  if (until < clock.today()) throw errors.dayOver({ day: until }, "body.until");
  if (until > addDays(clock.today(), 366)) throw errors.pauseLong({}, "body.until");
  return until;
}

/**
 * Somebody leaves the rota, pauses or is back, by their own word and without any consequence: what they can and know stays written down, their turn keeps its
 * place in the line. Places they have already stay unless they say otherwise. Gives how many were given back. Throws rotaNever, and what is odd about the day.
 */
export async function sayRota(ctx: VolunteerDaysContext, volunteerId: string, { act, until, alsoCancels }: RotaWord): Promise<number> {
  const { db, clock, audit } = ctx;
  const row = (await findVolunteer(db, volunteerId))!;
  const { joinedRotaAt, leftRotaAt } = row;
  if (joinedRotaAt === null && (leftRotaAt === null || act !== "back")) throw errors.rotaNever();
  const pausedUntil = act === "pause" ? readUntil(ctx, until) : null;
  const now = clock.now();
  // What a yes from before it was kept by series goes for is read by when they were on the rota, not by whether they are.
  const asked = row.rotaSeriesIds ?? askedOf({ ...row, joinedRotaAt: joinedRotaAt ?? leftRotaAt }, await seriesAt(db, row.placePath));
  const said = act === "leave" ? { joinedRotaAt: null, leftRotaAt: now } : { joinedRotaAt: joinedRotaAt ?? now, leftRotaAt: null };
  await db
    .updateTable("volunteer_days_volunteer")
    .set({ ...said, rotaPausedUntil: pausedUntil, rotaSeriesIds: asked })
    .where("id", "=", volunteerId)
    .execute();
  audit(`rota.${act}`, volunteerId, { until: pausedUntil });
  if (act === "back" || !alsoCancels) return 0;
  const placed = await placedAhead(ctx, volunteerId, pausedUntil ?? "9999-12-31");
  for (const row of placed) await cancelSignUp(ctx, row, "self");
  return placed.length;
}
