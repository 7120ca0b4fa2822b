import { findPostBy } from "../draft-meeting/choose-slot.js";
import { errors } from "../errors.js";
import { getNextPoll } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";
import { tellDay } from "../tell-time/tell-time.js";
import { areaOf } from "./close-poll.js";
import { getPackOfPoll } from "./get-poll-pack.js";
import { unitsOf, type PollRow } from "./poll.repository.js";

/** When those with a vote were told of it, and why later than the rules ask. */
export interface PollNotice {
  readonly noticedOn?: string | undefined;
  readonly lateReason?: string | undefined;
}
type KeptNotice = Pick<PollRow, "noticedOn" | "lateNotice">;

/**
 * A vote without a meeting is told of as long before as the meeting would be (owners: 15 days). Throws noticeDayNeeded, dayToCome, and noticeLate when
 * nobody says why it must be so soon.
 */
async function getNotice(ctx: MeetingsContext, poll: PollRow, { noticedOn, lateReason }: PollNotice): Promise<KeptNotice> {
  const today = ctx.clock.today();
  const postBy = poll.motionId === null ? await findPostBy(ctx, await getPackOfPoll(ctx, poll), today) : null;
  if (postBy === null) return { noticedOn: noticedOn ?? null, lateNotice: null };
  if (!noticedOn) throw errors.noticeDayNeeded({ day: tellDay(postBy) }, "body.noticedOn");
  if (noticedOn > today) throw errors.dayToCome({ day: noticedOn }, "body.noticedOn");
  const said = lateReason?.trim();
  if (noticedOn > postBy && !said) throw errors.noticeLate({ day: tellDay(postBy) }, "body.lateReason");
  return { noticedOn, lateNotice: noticedOn > postBy ? said! : null };
}

/** Freezes the roll and lets people vote; throws pollStateWrong, rollEmpty, lastDayOver, and what getNotice throws. */
export async function openPoll(ctx: MeetingsContext, poll: PollRow, notice: PollNotice = {}): Promise<void> {
  const state = getNextPoll(ctx, poll.state, "open");
  const units = await unitsOf(ctx.db, poll.id);
  if (units.length === 0) throw errors.rollEmpty();
  if (poll.closesOn !== null && poll.closesOn < ctx.clock.today()) throw errors.lastDayOver({ day: poll.closesOn });
  const kept = await getNotice(ctx, poll, notice);
  await ctx.db
    .updateTable("meetings_poll")
    .set({ state, openedAt: ctx.clock.now(), ...kept })
    .where("id", "=", poll.id)
    .execute();
  ctx.audit("openPoll", poll.id, { units: units.length, area: areaOf(units), isNoticeLate: kept.lateNotice !== null });
}
