import { errors } from "../errors.js";
import type { Channel } from "../matters.js";
import type { Directory, MattersContext } from "../plugin.js";
import { addGuest } from "../raise-publicly/guest.repository.js";
import { addMatter } from "./add-matter.js";
import { findReplyDay } from "./choose-reply-day.js";
import { communityPathOf, giveNumber } from "./give-number.js";

/** Who is named as the one who raised it: the person asking, another one, or nobody. */
export const reporters = ["self", "other", "unnamed"] as const;
/** What is said of a matter, whoever says it. */
export interface SaidOfMatter {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly wish?: string | undefined;
  readonly placeId: string;
  readonly spot?: string | undefined;
  /** Who is affected, a few words each. */
  readonly affected?: readonly string[] | undefined;
}
export interface NewMatter extends SaidOfMatter {
  readonly reporter: (typeof reporters)[number];
  /** For "other": the person on whose behalf it is entered. */
  readonly reporterId?: string | undefined;
  /** For "other" without a reporterId: somebody who is not in the directory, as they are called, and how to reach them. */
  readonly reporterName?: string | undefined;
  readonly reporterPhone?: string | undefined;
  /** The enterer does this for others as a task, so their name is no secret when the reporter's is. */
  readonly isDesk: boolean;
  /** Who writes it down; the person asking unless a maker or another plugin says otherwise. */
  readonly enteredBy?: string | undefined;
  readonly channel?: Channel | undefined;
  /** One household's own affair: handed to somebody directly, never screened for a meeting. */
  readonly isPersonal?: boolean | undefined;
}

const tidy = (text: string | undefined): string | null => text?.trim() || null;

interface Reporter {
  readonly reportedBy: string | null;
  readonly enteredBy: string;
  readonly guestId?: string;
}

async function getReporter(ctx: MattersContext, { reporter, reporterId, reporterName, reporterPhone, ...input }: NewMatter): Promise<Reporter> {
  const enteredBy = input.enteredBy ?? ctx.actor.personId;
  if (!enteredBy) throw errors.personNeeded();
  if (reporter !== "other") return { reportedBy: reporter === "self" ? enteredBy : null, enteredBy };
  if (!reporterId && reporterName?.trim())
    return { reportedBy: null, enteredBy, guestId: await addGuest(ctx, { name: reporterName, phone: reporterPhone }, "body.reporterPhone") };
  const person = reporterId ? await ctx.use.directory.findPerson(reporterId) : undefined;
  if (!person) throw errors.reporterUnknown({}, "body.reporterId");
  return { reportedBy: person.id, enteredBy };
}

async function getPlace({ use }: MattersContext, placeId: string): Promise<NonNullable<Awaited<ReturnType<Directory["findPlace"]>>>> {
  const place = await use.directory.findPlace(placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  return place;
}

/** What was said, tidied, with its place and the next number of its community; throws placeUnknown. */
export async function describeRaised(ctx: MattersContext, { placeId, title, detail, wish, spot, affected = [] }: SaidOfMatter) {
  const { db, use, clock } = ctx;
  const place = await getPlace(ctx, placeId);
  const communityPath = await communityPathOf(use.directory, place.id);
  const number = await giveNumber(db, communityPath, clock.today().slice(0, 4));
  const said = { title: title.trim(), detail: tidy(detail), wish: tidy(wish), spot: tidy(spot) };
  const who = affected.map((one) => one.trim()).filter((one) => one !== "");
  return { ...said, affected: who, placeId: place.id, placePath: place.path, communityPath, number, state: "proposed" as const };
}

/** Writes down what somebody raised, under the next number of its community; throws personNeeded, reporterUnknown, phoneWrong, placeUnknown. */
export async function raiseMatter(ctx: MattersContext, input: NewMatter): Promise<{ id: string; number: string }> {
  const people = await getReporter(ctx, input);
  const raised = await describeRaised(ctx, input);
  const fresh = {
    ...raised,
    ...people,
    isPersonal: input.isPersonal ?? false,
    isEntererHidden: input.reporter === "unnamed" && !input.isDesk,
    channel: input.channel ?? (input.reporter === "other" ? ("visit" as const) : ("self" as const)),
    replyBy: await findReplyDay(ctx.use.directory, ctx.clock.today(), ctx.config.replyDays),
  };
  return { id: await addMatter(ctx, fresh, { move: "raise" }), number: raised.number };
}
