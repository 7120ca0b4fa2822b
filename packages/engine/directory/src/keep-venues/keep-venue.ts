import type { WeeklySpan } from "../directory.js";
import { errors } from "../errors.js";
import { getName, getOpenPlace } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { checkWeekly } from "../read-words/check-weekly.js";
import { getTerm } from "../read-words/get-term.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { VenueKind } from "../words.js";
import { findNamedVenue, findVenueRow } from "./venue.repository.js";

export interface VenueInput {
  readonly name: string;
  readonly kind: VenueKind;
  readonly seats: number;
  readonly equipment: readonly string[];
  readonly openings: readonly WeeklySpan[];
  readonly closures: readonly { readonly fromOn: string; readonly toOn: string; readonly reason: string }[];
}

async function replaceHours({ db, newId }: DirectoryContext, venueId: string, { openings, closures }: VenueInput): Promise<void> {
  checkWeekly(openings, "body.openings");
  for (const { fromOn, toOn } of closures) getTerm(fromOn, toOn);
  await db.deleteFrom("directory_opening").where("venueId", "=", venueId).execute();
  await db.deleteFrom("directory_closure").where("venueId", "=", venueId).execute();
  if (openings.length > 0)
    await db
      .insertInto("directory_opening")
      .values(openings.map((span) => ({ ...span, id: newId(), venueId })))
      .execute();
  if (closures.length > 0)
    await db
      .insertInto("directory_closure")
      .values(closures.map((closure) => ({ ...closure, id: newId(), venueId })))
      .execute();
}

/** Adds a venue at a place; throws nameInvalid, placeUnknown, placeClosed, nameTaken, timesReversed, timesOverlap, dayUnknown, datesReversed. */
export async function addVenue(ctx: DirectoryContext, placeId: string, input: VenueInput): Promise<string> {
  const { db, newId, audit } = ctx;
  const place = await getOpenPlace(ctx, placeId);
  const name = getName(input.name, "body.name");
  if (await findNamedVenue(db, nameKeyOf(name), place.placePath)) throw errors.nameTaken({ name }, "body.name");
  const id = newId();
  const { kind, seats, equipment } = input;
  await db
    .insertInto("directory_venue")
    .values({ id, name, nameKey: nameKeyOf(name), kind, placeId, placePath: place.placePath, seats, equipment, closedOn: null, version: 1 })
    .execute();
  await replaceHours(ctx, id, input);
  audit("venue.add", id, { placePath: place.placePath });
  return id;
}

/** Changes a venue and its hours as a whole, or closes it for good; throws changedMeanwhile and what addVenue throws. */
export async function changeVenue(
  ctx: DirectoryContext,
  id: string,
  input: VenueInput & { readonly version: number; readonly isClosed: boolean },
): Promise<void> {
  const { db, clock, audit } = ctx;
  const before = await findVenueRow(db, id);
  if (!before) throw errors.placeUnknown({}, "params.venueId");
  const name = getName(input.name, "body.name");
  const other = await findNamedVenue(db, nameKeyOf(name), before.placePath);
  if (other && other.id !== id) throw errors.nameTaken({ name }, "body.name");
  const { kind, seats, equipment, version, isClosed } = input;
  const done = await db
    .updateTable("directory_venue")
    .set({ name, nameKey: nameKeyOf(name), kind, seats, equipment, closedOn: isClosed ? (before.closedOn ?? clock.today()) : null, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.changedMeanwhile();
  await replaceHours(ctx, id, input);
  audit("venue.change", id);
}
