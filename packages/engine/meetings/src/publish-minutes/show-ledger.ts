import type { Scope } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { hideNumbers } from "@lianxin/documents";
import { showParts } from "../run-meeting/show-parts.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { listPostedDecisions } from "./notice.repository.js";

/** What was decided and how far it is, as anyone may read it: units and due dates, no person. One query a meeting for its parts. */
export async function showLedger(ctx: MeetingsContext, scope: Scope) {
  const decisions = await listPostedDecisions(ctx.db, scope, ctx.clock.today());
  const meetingIds = [...new Set(decisions.map(({ meetingId }) => meetingId))];
  const parts = new Map(await Promise.all(meetingIds.map(async (id) => [id, await showParts(ctx, id, [])] as const)));
  return decisions.map(({ id, meetingId, text, arithmetic, effect, decidedOn, warnings, title, year, serial, noticeId }) => ({
    ...{ id, text: hideNumbers(text), arithmetic, effect, decidedOn, warnings: [...warnings], meeting: title, number: tellNumber({ year, serial }), noticeId },
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
