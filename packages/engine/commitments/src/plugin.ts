import { directory } from "@lianxin/directory";
import { definePlugin, event, provides, type DatabaseOf, type PluginContext, type PluginDb, type UseOf, type HandlerContext } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { Commitments } from "./commitments.js";
import { zhCN } from "./messages/zh-CN.js";
import { Rules } from "./rules.js";
import * as closing from "./tables/closing.js";
import * as ledger from "./tables/ledger.js";
import * as recurring from "./tables/obligation.js";
import * as owning from "./tables/owning.js";
import { v1Commitment } from "./tables/views.js";

export type * from "./commitments.js";
export type * from "./keep-obligations/obligations.js";

const Text = Type.String();
const About = { commitmentId: Text, partId: Text };
const Missed = Type.Object({ obligationId: Text, kind: Text, key: Text, holderId: Text, fromOn: Text, toOn: Text, due: Type.Integer(), done: Type.Integer() });

/** Who promised what until when, and whether it was done: parts, claims and assignments, reminders, checks, ratings, close-outs, obligations. */
export const commitments = definePlugin({
  id: "commitments",
  engine: "^0.1.0",
  dependsOn: [directory],
  tables: { ...ledger, ...owning, ...closing, ...recurring },
  views: { v1_commitment: v1Commitment },
  provides: provides<Commitments>(),
  permissions: { see: "看台账", claim: "认领任务", report: "代报进度", assign: "交办任务", check: "核验", close: "销号", escalate: "催办" },
  events: {
    partOpened: event(1, Type.Object({ partId: Text })),
    partEnded: event(1, Type.Object({ partId: Text, as: Text, sourceKind: Text, sourceId: Text })),
    /** Put back into the ledger after it had left it; nobody leads it then. */
    partRestored: event(1, Type.Object({ partId: Text, sourceKind: Text, sourceId: Text })),
    committed: event(1, Type.Object({ ...About, origin: Text })),
    changed: event(1, Type.Object({ ...About, from: Text, to: Text })),
    reminded: event(1, Type.Object({ ...About, step: Text })),
    searchEnded: event(1, Type.Object({ partId: Text, fallback: Text })),
    obligationMissed: event(1, Missed),
  },
  config: Rules,
  messages: zhCN,
});

export type CommitmentsDatabase = DatabaseOf<typeof commitments>;
export type CommitmentsDb = PluginDb<typeof commitments>;
export type CommitmentsContext = PluginContext<typeof commitments>;
/** What commitments asks of the directory. */
export type Directory = UseOf<typeof commitments>["directory"];

/** Whether the reader may do one of these things at a place. */
export type May = HandlerContext<typeof commitments, unknown>["may"];
