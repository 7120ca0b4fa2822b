import { insertRows } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { tellNumber } from "../tell-time/tell-time.js";
import { holdDays, keepBoard, type Board } from "./board.js";
import { decideMany, type Asked, type Decided } from "./decide-many.js";
import { findVolunteers } from "./find-volunteers.js";
import { linkOf } from "./private-link.js";
import { tellLink } from "./tell-joined.js";

export type { Asked } from "./decide-many.js";
export interface Joined {
  readonly signUpId: string;
  /** It was there before: then nothing else of it is told to who has proved nothing, as anybody may know a name and a phone number. */
  readonly isKnown: boolean;
  /** Null of what is not told, as of a child that was sent to where the owner of its number is: the link goes to that number. */
  readonly state: "confirmed" | "waiting" | "offered" | null;
  readonly number: string | null;
  /** The place in the line, from 1. */
  readonly queue: number | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly postTitle: string | null;
  readonly meetingPoint: string | null;
  readonly link: string | null;
}
const untold = { state: null, siteId: null, siteName: null, postTitle: null, meetingPoint: null };

function told(ctx: VolunteerDaysContext, { asked, open, post, held, row, queue, isHidden }: Decided): Joined {
  const isKnown = row === undefined;
  const isTheirs = (!isKnown && !isHidden) || asked.via === "account" || asked.hasKey === true;
  // The community's desk sees everybody's place anyway, who works at one site those of that site.
  const isSeen = isTheirs || (asked.via === "worker" && (asked.seesOnly === undefined || asked.seesOnly === post.siteId));
  const where = {
    ...{ state: held.state as Joined["state"], siteId: post.siteId, siteName: post.siteName, postTitle: post.title },
    meetingPoint: post.siteMeetingPoint ?? open.day.meetingPoint ?? open.series.meetingPoint,
  };
  return {
    signUpId: held.id,
    isKnown,
    number: isTheirs ? tellNumber(open.day.originalOn, held.number) : null,
    queue: isSeen ? queue : null,
    ...(isSeen ? where : untold),
    link: isTheirs ? linkOf(ctx, held.id) : null,
  };
}

/** Writes what was decided for a set: the rows of those who have a place now, and the counts of their days. */
export async function keepDecided(ctx: VolunteerDaysContext, board: Board, decided: readonly (Decided | Error)[]): Promise<void> {
  const rows = decided.flatMap((one) => (one instanceof Error ? [] : (one.row ?? [])));
  for (const { id, dayId, state, number, via } of rows) {
    ctx.publish("signedUp", dayId, { signUpId: id, dayId, state });
    ctx.audit("signUp", id, { dayId, state, number, via });
  }
  await insertRows(ctx.db, "volunteer_days_sign_up", rows);
  await keepBoard(ctx.db, board);
}

/**
 * Takes places for all who ask, in the order they came: confirmed while there are any, then in line. Days are held, so that however many processes
 * ask at once, a post never has more people than places. One answer or refusal each; a handful of statements for all. O(asked · posts of a day).
 */
export async function joinMany(ctx: VolunteerDaysContext, asked: readonly Asked[]): Promise<(Joined | Error)[]> {
  const board = await holdDays(
    ctx.db,
    asked.map(({ dayId }) => dayId),
  );
  const decided = await decideMany(ctx, board, asked, findVolunteers);
  await keepDecided(ctx, board, decided);
  for (const one of decided) if (!(one instanceof Error) && one.row && one.isHidden) await tellLink(ctx, one.row.id);
  return decided.map((one) => (one instanceof Error ? one : told(ctx, one)));
}
