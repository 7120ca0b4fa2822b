import { childrenActivities } from "@lianxin/children-activities";
import { directory } from "@lianxin/directory";
import { definePlugin, type DatabaseOf, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { volunteerDays } from "@lianxin/volunteer-days";
import { Type } from "typebox";
import { zhCN } from "./messages/zh-CN.js";
import { ask } from "./tables.js";

/** A bridge: the adults of children's activities come from the rota of volunteer days, by turn, and stand in for each other. */
export const childrenVolunteers = definePlugin({
  id: "children-volunteers",
  engine: "^0.1.0",
  dependsOn: [directory, volunteerDays, childrenActivities],
  tables: { ask },
  permissions: { plan: "从志愿者里排儿童活动的大人" },
  config: Type.Object({
    /** How many are asked at a time to stand in. */
    standInsAsked: Type.Integer({ minimum: 1, maximum: 20, default: 3 }),
  }),
  messages: zhCN,
});

export type BridgeDatabase = DatabaseOf<typeof childrenVolunteers>;
export type BridgeDb = PluginDb<typeof childrenVolunteers>;
export type BridgeContext = PluginContext<typeof childrenVolunteers>;
