import { closedKeptUntil } from "../end-retention/retention.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultsCovering, checksByPerson } from "../vet-adults/adult.repository.js";
import { tellCheck } from "../vet-adults/show-adults.js";
import { findHome, type HomeRow } from "./home.repository.js";

/** What is known of some homes: rooms, who answers for each, and of their venues the seats, hours and equipment. O(homes). */
export async function describeHomes(ctx: ActivitiesContext, rows: readonly HomeRow[]) {
  const names = await ctx.use.directory.namesOf(rows.map(({ directorId }) => directorId));
  const venues = await Promise.all(rows.map(({ venueId }) => ctx.use.directory.findVenue(venueId)));
  return rows.map(({ id, placePath, directorId, rooms, closedOn }, i) => ({
    ...{ id, placePath, rooms: [...rooms], directorId, closedOn, keptUntil: closedOn === null ? null : closedKeptUntil(closedOn) },
    name: venues[i]?.name ?? "",
    seats: venues[i]?.seats ?? 0,
    equipment: [...(venues[i]?.equipment ?? [])],
    hours: (venues[i]?.openings ?? []).map(({ weekday, fromTime, toTime }) => ({ weekday, fromTime, toTime })),
    director: names.get(directorId) ?? "",
    isMine: directorId === ctx.actor.personId,
  }));
}

const ranks = ["director", "teacher", "student", "volunteer"];

/** Who may be on duty at a home: its director first, then by kind and name, each with how the check stands today. O(adults). */
async function staffOf({ db, use, clock, actor }: ActivitiesContext, { placePath, directorId }: HomeRow, looksUp: boolean) {
  const adults = await adultsCovering(db, placePath);
  const personIds = adults.map(({ personId }) => personId);
  const [names, own] = await Promise.all([use.directory.namesOf(personIds), checksByPerson(db, personIds)]);
  const rank = (personId: string, kind: string): number => (personId === directorId ? -1 : ranks.indexOf(kind));
  return adults
    .map(({ id, personId, kind, firstAidUntil, trainedOn }) => ({
      ...{ id, personId, kind, firstAidUntil, trainedOn, name: names.get(personId) ?? "", leads: personId === directorId },
      ...tellCheck(own.get(personId) ?? [], clock, looksUp || actor.personId === directorId),
    }))
    .sort((a, b) => rank(a.personId, a.kind) - rank(b.personId, b.kind) || a.name.localeCompare(b.name, "zh-CN"));
}

/** A home as a whole: rooms, hours, equipment, and its staff; no child. `looksUp`: the reader records checks there, so that they read why one does not hold. */
export async function showHome(ctx: ActivitiesContext, homeId: string, looksUp: boolean) {
  const row = (await findHome(ctx.db, homeId))!;
  const [[home], staff] = await Promise.all([describeHomes(ctx, [row]), staffOf(ctx, row, looksUp)]);
  return { ...home!, staff };
}
