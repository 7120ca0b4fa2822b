import { directory } from "@lianxin/directory";
import { definePlugin, event, provides, type DatabaseOf, type PluginContext, type PluginDb, type UseOf } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { Commitments } from "./commitments.js";
import { zhCN } from "./messages/zh-CN.js";
import { commitment, entry, evidence, part, reminder, supporter, v1Commitment } from "./tables.js";

export type { CommitmentCard, Commitments, CommitmentState, NewCommitment, NewPart, PartCard, PartSource, TrafficLight } from "./commitments.js";

const Text = Type.String();
const About = { commitmentId: Text, partId: Text };

/** Who promised what until when, and whether it was done: parts, claims and assignments, reminders, checks, close-outs. */
export const commitments = definePlugin({
  id: "commitments",
  engine: "^0.1.0",
  dependsOn: [directory],
  tables: { part, commitment, supporter, evidence, entry, reminder },
  views: { v1_commitment: v1Commitment },
  provides: provides<Commitments>(),
  permissions: { see: "看台账", claim: "认领任务", report: "代报进度", assign: "交办任务", check: "核验", close: "销号", escalate: "催办" },
  events: {
    partOpened: event(1, Type.Object({ partId: Text })),
    committed: event(1, Type.Object({ ...About, origin: Text })),
    changed: event(1, Type.Object({ ...About, from: Text, to: Text })),
    reminded: event(1, Type.Object({ ...About, step: Text })),
  },
  messages: zhCN,
});

export type CommitmentsDatabase = DatabaseOf<typeof commitments>;
export type CommitmentsDb = PluginDb<typeof commitments>;
export type CommitmentsContext = PluginContext<typeof commitments>;
/** What commitments asks of the directory. */
export type Directory = UseOf<typeof commitments>["directory"];
