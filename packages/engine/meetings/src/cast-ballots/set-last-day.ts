import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import type { PollRow } from "./poll.repository.js";

export interface LastDay {
  readonly closesOn: string;
  /** Asked where people were told of an earlier day already. */
  readonly reason?: string | undefined;
}

/** Of an open vote: only later than people were told, while that day is not over, and with a reason. */
function getLater({ clock }: MeetingsContext, poll: PollRow, { closesOn, reason }: LastDay): Pick<PollRow, "firstClosesOn" | "laterReason"> | undefined {
  if (poll.state !== "open") throw errors.pollNotOpen();
  if (poll.closesOn === null) return undefined;
  if (clock.today() > poll.closesOn) throw errors.pollOver({ day: poll.closesOn });
  if (closesOn <= poll.closesOn) throw errors.lastDaySooner({ day: poll.closesOn }, "body.closesOn");
  const said = reason?.trim();
  if (!said) throw errors.laterReasonNeeded({ day: poll.closesOn }, "body.reason");
  return { firstClosesOn: poll.firstClosesOn ?? poll.closesOn, laterReason: poll.laterReason ? `${poll.laterReason}；${said}` : said };
}

/** Until when ballots are taken: any day to come before the vote opens, a later one after. Throws timePast, pollNotOpen, pollOver, lastDaySooner, laterReasonNeeded. */
export async function setLastDay(ctx: MeetingsContext, poll: PollRow, day: LastDay): Promise<void> {
  const { closesOn } = day;
  if (closesOn < ctx.clock.today()) throw errors.timePast({}, "body.closesOn");
  const later = poll.state === "preparing" ? undefined : getLater(ctx, poll, day);
  await ctx.db
    .updateTable("meetings_poll")
    .set({ closesOn, ...later })
    .where("id", "=", poll.id)
    .execute();
  ctx.audit("setLastDay", poll.id, { from: poll.closesOn, to: closesOn });
}
