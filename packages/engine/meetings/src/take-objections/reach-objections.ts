import { bound } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { findObjection, listObjected, placeOfObjection } from "./objection.repository.js";
import { answerNoticeObjection, raiseObjection, readNotice, settleNotices, showNotice, withdrawNotice } from "./take-objections.js";

/** What handlers reach of notices that are up and what is said against them. */
export const objectionsReach = (ctx: MeetingsContext) => ({
  ...bound(ctx, { raise: raiseObjection, answer: answerNoticeObjection, withdraw: withdrawNotice, show: showNotice, read: readNotice }),
  ...bound(ctx.db, { find: findObjection, placeOf: placeOfObjection, listOpen: listObjected }),
  settleDue: () => settleNotices(ctx),
});
