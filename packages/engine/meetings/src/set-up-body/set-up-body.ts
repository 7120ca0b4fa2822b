import { errors } from "../errors.js";
import { followPack, shippedPacks } from "../keep-rules/shipped-packs.js";
import type { SeatKind } from "../meetings.js";
import type { MeetingsContext } from "../plugin.js";
import type { SeatMark } from "../words.js";
import { findTemplate, type BodyTemplate } from "./body-templates.js";

export interface NewSeat {
  readonly personId: string;
  readonly kind?: SeatKind | undefined;
  /** What the seat counts as beside a member. */
  readonly marks?: readonly SeatMark[] | undefined;
}
export interface NewParty {
  readonly name: string;
  readonly organizationId?: string | undefined;
  readonly isNeeded?: boolean | undefined;
  readonly seats: readonly NewSeat[];
}
export interface NewBody {
  readonly placeId: string;
  readonly name: string;
  readonly template: string;
  readonly isStanding?: boolean | undefined;
  readonly parties: readonly NewParty[];
  /** Meetings held this year before the program was used, so that the numbers go on. */
  readonly heldThisYear?: number | undefined;
}

function getTemplate({ clock }: MeetingsContext, id: string): BodyTemplate {
  const template = findTemplate(id);
  if (!template) throw errors.templateUnknown({ template: id }, "body.template");
  if (!followPack(shippedPacks, template.packId, clock.today())) throw errors.packNotInForce({ pack: template.packId, day: clock.today() }, "body.template");
  return template;
}

async function checkPeople({ use }: MeetingsContext, parties: readonly NewParty[]): Promise<void> {
  const seen = new Set<string>();
  const known = await use.directory.namesOf(parties.flatMap(({ seats }) => seats.map(({ personId }) => personId)));
  for (const [p, { name, organizationId, seats }] of parties.entries()) {
    if (organizationId && !(await use.directory.findOrganization(organizationId)))
      throw errors.organizationUnknown({ party: name }, `body.parties.${p}.organizationId`);
    for (const [s, { personId }] of seats.entries()) {
      const field = `body.parties.${p}.seats.${s}.personId`;
      if (!known.has(personId)) throw errors.personUnknown({ party: name }, field);
      if (seen.has(personId)) throw errors.seatTwice({ name: known.get(personId)! }, field);
      seen.add(personId);
    }
  }
  if (!parties.some(({ seats }) => seats.some(({ kind = "voting" }) => kind === "voting"))) throw errors.seatsNeeded({}, "body.parties");
}

async function addParties({ db, newId, clock }: MeetingsContext, bodyId: string, parties: readonly NewParty[]): Promise<void> {
  const rows = parties.map(({ name, organizationId, isNeeded }, position) => ({
    id: newId(),
    bodyId,
    name: name.trim(),
    position,
    organizationId: organizationId ?? null,
    isNeeded: isNeeded ?? false,
    endedOn: null,
  }));
  await db.insertInto("meetings_party").values(rows).execute();
  const seats = parties.flatMap(({ seats }, p) =>
    seats.map(({ personId, kind = "voting", marks }) => ({
      id: newId(),
      bodyId,
      partyId: rows[p]!.id,
      personId,
      kind,
      marks: marks ?? null,
      fromOn: clock.today(),
      toOn: null,
    })),
  );
  await db.insertInto("meetings_seat").values(seats).execute();
}

/** Makes a body with its parties and seats; throws placeUnknown, templateUnknown, packNotInForce, personUnknown, organizationUnknown, seatTwice, seatsNeeded. */
export async function setUpBody(ctx: MeetingsContext, input: NewBody): Promise<string> {
  const { db, newId, clock, use, audit } = ctx;
  const place = await use.directory.findPlace(input.placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  const template = getTemplate(ctx, input.template);
  await checkPeople(ctx, input.parties);
  const id = newId();
  const { packId, usualMinutes } = template;
  const named = { name: input.name.trim(), kind: template.id, packId, usualMinutes, isStanding: input.isStanding ?? true };
  await db
    .insertInto("meetings_body")
    .values({ id, placePath: place.path, placeId: place.id, ...named, createdAt: clock.now(), endedOn: null })
    .execute();
  await addParties(ctx, id, input.parties);
  if (input.heldThisYear)
    await db
      .insertInto("meetings_counter")
      .values({ id: `${id} ${clock.today().slice(0, 4)}`, last: input.heldThisYear })
      .execute();
  audit("setUpBody", id, { placePath: place.path, seats: input.parties.reduce((sum, { seats }) => sum + seats.length, 0) });
  return id;
}
