import { directory } from "@lianxin/directory";
import { definePlugin, event, provides, type DatabaseOf, type PluginContext, type PluginDb, type UseOf, type HandlerContext } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { Matters } from "./matters.js";
import { zhCN } from "./messages/zh-CN.js";
import { counter, entry, guest, matter, referral, screening, tally, v1Matter } from "./tables.js";

export type { FollowUp, MatterCard, Matters, MatterState, MatterWarning, RaisedSums, Remark, Sighting } from "./matters.js";

export { findLimits, limits, tellCitation, type Limit } from "./screen-matter/limits.js";

const Text = Type.String();

/** What is raised before any meeting: who wants what where, and what was answered. */
export const matters = definePlugin({
  id: "matters",
  engine: "^0.1.0",
  dependsOn: [directory],
  tables: { matter, screening, entry, counter, guest, referral, tally },
  views: { v1_matter: v1Matter },
  provides: provides<Matters>(),
  permissions: { raise: "反映事情", enter: "代人反映", see: "看议题", screen: "审查议题", refer: "转办议题" },
  events: {
    raised: event(1, Type.Object({ matterId: Text, number: Text })),
    screened: event(1, Type.Object({ matterId: Text, outcome: Text })),
    decided: event(1, Type.Object({ matterId: Text, decisionId: Text, meetingId: Text })),
    changed: event(1, Type.Object({ matterId: Text, from: Text, to: Text })),
  },
  purposes: { callBack: "给没有账号的反映人回电话" },
  config: Type.Object({
    /** Working days until whoever raised something gets a first answer. */
    replyDays: Type.Integer({ minimum: 1, maximum: 60, default: 3 }),
    /** The same for what was said at an evening talk. */
    talkReplyDays: Type.Integer({ minimum: 1, maximum: 60, default: 5 }),
  }),
  messages: zhCN,
});

export type MattersDatabase = DatabaseOf<typeof matters>;
export type MattersDb = PluginDb<typeof matters>;
export type MattersContext = PluginContext<typeof matters>;
/** What matters asks of the directory. */
export type Directory = UseOf<typeof matters>["directory"];

/** Whether the reader may do one of these things at a place. */
export type May = HandlerContext<typeof matters, unknown>["may"];
