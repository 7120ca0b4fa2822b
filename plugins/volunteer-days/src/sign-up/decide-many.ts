import { AppError } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { Because } from "../tables/people.js";
import type { Board, OpenDay, OpenPost } from "./board.js";
import { choosePost, type Wish } from "./choose-post.js";
import type { findVolunteers, FoundVolunteer, Identity } from "./find-volunteers.js";
import { gatherCompany, type Kin, type Proof } from "./gather-company.js";
import { newSignUp, type NewSignUp, type Via } from "./new-sign-up.js";
import { placesOf, type OtherPlace } from "./other-places.repository.js";
import { nameKeyOf, readName, readPhone } from "./read-person.js";
import { standingsOf, type Standing } from "./sign-up.repository.js";

export interface Asked extends Wish {
  readonly dayId: string;
  /** A volunteer who is known, or whoever has this name and phone, or this person's own. */
  readonly who: { readonly volunteerId: string } | { readonly name: string; readonly phone: string | null; readonly personId: string | null };
  readonly ageBand: AgeBand;
  readonly hasGuardian: boolean;
  readonly via: Via;
  readonly enteredById: string | null;
  /** Why the rota places them here. */
  readonly because?: Because;
  /** They came by the private link of another place of theirs: what they have already may be told to them. */
  readonly hasKey?: boolean;
  /** Who enters it works at this site alone: of another site nothing is told to them. */
  readonly seesOnly?: string | undefined;
  /** Of whoever signs a child up. */
  readonly by?: Proof | undefined;
}
interface Ready {
  readonly asked: Asked;
  readonly open: OpenDay;
  /** Undefined when the volunteer is known. */
  readonly identity: Identity | undefined;
}
interface Found {
  readonly volunteerId: string;
  readonly standing: Standing;
  /** Grows with what they get in the same set. */
  readonly others: OtherPlace[];
}

/** What was asked, read and found; an Error says what is wrong with it. */
function read(board: Board, asked: Asked): Ready | Error {
  const open = board.get(asked.dayId);
  if (!open) return errors.dayUnknown({}, "params.dayId");
  if ("volunteerId" in asked.who) return { asked, open, identity: undefined };
  try {
    const name = readName(asked.who.name);
    const phone = asked.who.phone === null ? null : readPhone(asked.who.phone);
    return { asked, open, identity: { placePath: open.day.placePath, name, nameKey: nameKeyOf(name), phone, personId: asked.who.personId } };
  } catch (error) {
    return error as Error;
  }
}

/** What they have now, and the row to write when they did not have it before. */
function place(
  ctx: VolunteerDaysContext,
  { asked, open }: Ready,
  { volunteerId, standing, others }: Found,
  { company, isLed }: Kin,
): { held: OtherPlace; row?: NewSignUp } | Error {
  const before = others.find(({ dayId }) => dayId === asked.dayId);
  if (before) return { held: before };
  const now = ctx.clock.now();
  const wish = isLed && asked.via === "public" ? {} : asked;
  const choice = choosePost(open.posts, wish, { now, day: open.day, person: { ...asked, ...standing, company }, others });
  if (!choice) return errors.postUnknown({}, asked.postId ? "body.postId" : "body.siteId");
  if ("refused" in choice) return errors[choice.refused.code as Exclude<typeof choice.refused.code, "postFull">]({ day: open.day.heldOn });
  const { post, isWaiting } = choice;
  if (isWaiting) post.waiting++;
  else post.taken++;
  post.isChanged = true;
  const row = newSignUp(ctx, open, post.id, { ...asked, volunteerId }, isWaiting ? "waiting" : "confirmed");
  const { startsAt, endsAt } = open.day;
  const held = { id: row.id, dayId: row.dayId, postId: post.id, volunteerId, state: row.state, number: row.number, startsAt, endsAt };
  others.push(held);
  return { held, row };
}

async function whoAsks(ctx: VolunteerDaysContext, ready: readonly Ready[], find: typeof findVolunteers): Promise<FoundVolunteer[]> {
  const found = (
    await find(
      ctx,
      ready.flatMap(({ identity }) => identity ?? []),
    )
  ).values();
  return ready.map(({ asked: { who } }) => ("volunteerId" in who ? { id: who.volunteerId, isNew: false } : found.next().value!));
}

const unknown: Standing = { mayLead: false, skills: [] };
const asksForMore = ({ asked, open }: Ready): boolean => open.posts.some(({ id, kind, skill }) => id === asked.postId && (kind === "leader" || skill !== null));

/** What decides about each, in a handful of statements; what the organiser wrote of them only where a post asks for it, other places of those who were known before. */
async function describeAll(ctx: VolunteerDaysContext, ready: readonly Ready[], who: readonly FoundVolunteer[]): Promise<Found[]> {
  const ids = who.map(({ id }) => id);
  const others = await placesOf(
    ctx,
    who.flatMap(({ id, isNew }) => (isNew ? [] : id)),
  );
  for (const { id, isNew } of who) if (isNew && !others.has(id)) others.set(id, []);
  const standings = await standingsOf(
    ctx,
    ids.filter((_, i) => asksForMore(ready[i]!)),
  );
  return ids.map((volunteerId) => ({ volunteerId, standing: standings.get(volunteerId) ?? unknown, others: others.get(volunteerId)! }));
}

/** A child named before the grown-up it comes with. */
const isAhead = (placed: unknown): boolean => placed instanceof AppError && placed.code === "volunteer-days.companyNeeded";

/** What somebody gets who asked: the place they have, with its row when it is new. */
export interface Decided {
  readonly asked: Asked;
  readonly open: OpenDay;
  readonly post: OpenPost;
  readonly volunteerId: string;
  readonly isNewVolunteer: boolean;
  readonly held: OtherPlace;
  readonly row: NewSignUp | undefined;
  /** The place in the line when they came to it, from 1. */
  readonly queue: number | null;
  /** Told to nobody but the number it is for. */
  readonly isHidden: boolean;
}

/**
 * Decides for all who ask, in the order they came: confirmed while there are places, then in line; a child named before its grown-up comes after them.
 * Counts of the board go along; nothing is written but those whom `find` makes. O(asked · posts of a day).
 */
export async function decideMany(ctx: VolunteerDaysContext, board: Board, asked: readonly Asked[], find: typeof findVolunteers): Promise<(Decided | Error)[]> {
  const all = asked.map((one) => read(board, one));
  const ready = all.filter((one): one is Ready => !(one instanceof Error));
  const who = await whoAsks(ctx, ready, find);
  const found = await describeAll(ctx, ready, who);
  const decided = new Map<Ready, Decided | Error>();
  const gathered = await gatherCompany(ctx, ready);
  const line = [...ready.keys()];
  for (const [turn, i] of line.entries()) {
    const one = ready[i]!;
    const kin = gathered.of(i);
    const placed = place(ctx, one, found[i]!, kin);
    if (turn < ready.length && isAhead(placed)) {
      line.push(i);
      continue;
    }
    if (placed instanceof Error) {
      decided.set(one, placed);
      continue;
    }
    const post = one.open.posts.find(({ id }) => id === placed.held.postId)!;
    const queue = placed.row && placed.held.state === "waiting" ? post.waiting : null;
    const { volunteerId } = found[i]!;
    if (placed.row) gathered.came(i, post.siteId, placed.held.state);
    const { asked: what, open } = one;
    const how = { isNewVolunteer: who[i]!.isNew, held: placed.held, row: placed.row, queue, isHidden: kin.isHidden };
    decided.set(one, { asked: what, open, post, volunteerId, ...how });
  }
  return all.map((one) => (one instanceof Error ? one : decided.get(one)!));
}
