import type { Scope } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { hideNumbers } from "@lianxin/documents";
import { decidedPollsOf, type PollRow } from "../cast-ballots/poll.repository.js";
import { tellArea } from "../keep-rules/tell-area.js";
import { showParts } from "../run-meeting/show-parts.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { listPostedDecisions } from "./notice.repository.js";

/** What the competent body said when it was asked, in one sentence; null where it was not, or not yet. */
function tellVote({ text, clock }: MeetingsContext, poll: PollRow | undefined): string | null {
  if (!poll?.result || !poll.closedAt) return null;
  const { heads, area, isAdopted } = poll.result;
  const areas = area ? text("meetings.ledger.voteArea", { present: tellArea(area.attending), yes: tellArea(area.yes) }) : "";
  const day = tellDay(dayOf(poll.closedAt, clock.zone));
  return text(isAdopted ? "meetings.ledger.voteAdopted" : "meetings.ledger.voteRejected", { day, present: heads.attending, yes: heads.yes, areas });
}

/** What was decided and how far it is, as anyone may read it: units and due dates, no person. One query a meeting for its parts. */
export async function showLedger(ctx: MeetingsContext, scope: Scope) {
  const decisions = await listPostedDecisions(ctx.db, scope, ctx.clock.today());
  const meetingIds = [...new Set(decisions.map(({ meetingId }) => meetingId))];
  const polls = await decidedPollsOf(
    ctx.db,
    decisions.map(({ id }) => id),
  );
  const parts = new Map(await Promise.all(meetingIds.map(async (id) => [id, await showParts(ctx, id, [])] as const)));
  return decisions.map(({ id, meetingId, text, yes, no, abstain, arithmetic, effect, decidedOn, warnings, title, year, serial, noticeId }) => ({
    ...{ id, text: hideNumbers(text), arithmetic, effect, decidedOn, warnings: [...warnings], meeting: title, number: tellNumber({ year, serial }), noticeId },
    counts: yes === null ? null : { yes, no: no ?? 0, abstain: abstain ?? 0 },
    vote: tellVote(ctx, polls.get(id)),
    parts: parts
      .get(meetingId)!
      .filter(({ decisionId }) => decisionId === id)
      .map(({ id, title, owner, deferred }) => ({
        id,
        title: hideNumbers(title),
        lead: owner?.organization ?? null,
        dueOn: owner?.dueOn ?? null,
        light: owner?.light ?? (deferred ? "hold" : "gap"),
      })),
  }));
}
