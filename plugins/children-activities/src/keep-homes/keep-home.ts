import { everywhere, type Scope } from "@lianxin/plugin-kit";
import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import { findProgramme, liveStates } from "../keep-safe/session.repository.js";
import { callOff } from "../plan-programme/call-off.js";
import type { ActivitiesContext } from "../plugin.js";
import { localTimeOf } from "../tell-time/tell-time.js";
import { closedVenues, findHome, homeOfVenue, listHomes, openHomesOf, type HomeRow } from "./home.repository.js";
import { describeHomes } from "./show-home.js";

export interface NewHome {
  readonly venueId: string;
  readonly directorId: string;
  readonly rooms: readonly string[];
}

/**
 * Makes a venue of the directory a children's home with its children's director; one that was a home before is that home again, with the children who are kept of it. Throws venueUnknown, homeKnown,
 * personUnknown, notConfirmed.
 */
export async function openHome(ctx: ActivitiesContext, { venueId, directorId, rooms }: NewHome): Promise<string> {
  const { db, use, newId, clock, audit } = ctx;
  const venue = await use.directory.findVenue(venueId);
  if (!venue || venue.kind !== "childrens_home") throw errors.venueUnknown({}, "body.venueId");
  await requireConfirmed(db, venue.placePath);
  const before = await homeOfVenue(db, venueId);
  if (before?.closedOn === null) throw errors.homeKnown({ name: venue.name }, "body.venueId");
  const director = await use.directory.findPerson(directorId);
  if (!director) throw errors.personUnknown({}, "body.directorId");
  if (before) {
    await changeHome(ctx, before.id, { directorId: director.id, rooms, isClosed: false });
    return before.id;
  }
  const id = newId();
  const row = {
    id,
    placePath: venue.placePath,
    venueId,
    directorId: director.id,
    rooms: [...rooms],
    openedOn: clock.today(),
    closedOn: null,
    closures: null,
    version: 1,
  };
  await db.insertInto("children_activities_home").values(row).execute();
  audit("home.open", id, { venueId, directorId: director.id });
  return id;
}

export interface HomeChange {
  readonly directorId?: string | undefined;
  readonly rooms?: readonly string[] | undefined;
  readonly isClosed?: boolean | undefined;
}

/** Calls off what is planned at a home that closes, each date with word to whom it concerns. Throws homeBusy while a session is open. */
async function callOffAhead(ctx: ActivitiesContext, { id: homeId, venueId }: HomeRow): Promise<void> {
  const ahead = await everywhere(ctx.db, "children_activities_session", "what is ahead at a home that closes")
    .select(["id", "state", "programmeId", "heldOn", "startsAt", "endsAt"])
    .where("homeId", "=", homeId)
    .where("state", "in", liveStates)
    .orderBy("id")
    .execute();
  const open = ahead.find(({ state }) => state === "open");
  if (open) {
    const [venue, programme] = [await ctx.use.directory.findVenue(venueId), await findProgramme(ctx.db, open.programmeId)];
    throw errors.homeBusy({ home: venue?.name ?? "", day: open.heldOn, time: localTimeOf(open.startsAt, ctx.clock.zone), title: programme?.title ?? "" });
  }
  // What is over already was not called off: nobody is told so of yesterday.
  for (const { id } of ahead.filter(({ endsAt }) => endsAt > ctx.clock.now())) await callOff(ctx, id, ctx.text("children-activities.home.closed", {}, "zh-CN"));
}

/** May a closed home be open again: are the duties confirmed there, is its venue one still, and no other home by now? Throws notConfirmed, venueUnknown, homeKnown. */
async function mustReopen({ db, use }: ActivitiesContext, { placePath, venueId }: HomeRow): Promise<void> {
  await requireConfirmed(db, placePath);
  const venue = await use.directory.findVenue(venueId);
  if (!venue || venue.kind !== "childrens_home") throw errors.venueUnknown();
  if ((await homeOfVenue(db, venueId))?.closedOn === null) throw errors.homeKnown({ name: venue.name });
}

/**
 * Another director (who takes over the children's data with it), other rooms, or closed, which calls off what is ahead; open again, with the children who are kept of it, while what was called off stays so until it
 * is restored date by date. Throws personUnknown, homeBusy and as mustReopen.
 */
export async function changeHome(ctx: ActivitiesContext, id: string, { directorId, rooms, isClosed }: HomeChange): Promise<void> {
  const { db, use, clock, audit } = ctx;
  const home = (await findHome(db, id))!;
  if (directorId !== undefined && !(await use.directory.findPerson(directorId))) throw errors.personUnknown({}, "body.directorId");
  const [closes, reopens] = [isClosed === true && home.closedOn === null, isClosed === false && home.closedOn !== null];
  if (closes) await callOffAhead(ctx, home);
  if (reopens) await mustReopen(ctx, home);
  const set = {
    ...(directorId !== undefined && { directorId }),
    ...(rooms !== undefined && { rooms: [...rooms] }),
    ...(closes && { closedOn: clock.today() }),
    ...(reopens && { closedOn: null, closures: [...(home.closures ?? []), { closedOn: home.closedOn!, reopenedOn: clock.today() }] }),
    version: home.version + 1,
  };
  await db.updateTable("children_activities_home").set(set).where("id", "=", id).execute();
  audit("home.change", id, { ...(directorId !== undefined && { directorId }), ...(closes && { isClosed: true }), ...(reopens && { isClosed: false }) });
}

/** The homes one may see or answers for, with what the directory knows of their venues. */
export const showHomes = async (ctx: ActivitiesContext, scope: Scope) => describeHomes(ctx, await listHomes(ctx.db, scope, ctx.actor.personId));
/** The venues there of which a home was closed, to be chosen again. */
export const showClosedVenues = (ctx: ActivitiesContext, scope: Scope) => closedVenues(ctx.db, scope);
/** The open homes one answers for, in the same words. */
export const showOwnHomes = async (ctx: ActivitiesContext) => describeHomes(ctx, await openHomesOf(ctx.db, ctx.actor.personId));
