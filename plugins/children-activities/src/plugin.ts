import { directory } from "@lianxin/directory";
import { definePlugin, event, provides, type DatabaseOf, type HandlerContext, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { ChildrenActivities } from "./children-activities.js";
import { zhCN } from "./messages/zh-CN.js";
import { tables } from "./tables/tables.js";

const Text = Type.String();
const About = { sessionId: Text, placePath: Text };

/** Activities with left-behind children: nobody is there without consent, enough vetted adults, and a known person to go home with. */
export const childrenActivities = definePlugin({
  id: "children-activities",
  engine: "^0.1.0",
  dependsOn: [directory],
  tables,
  provides: provides<ChildrenActivities>(),
  permissions: { see: "看儿童活动", plan: "排儿童活动", signOff: "替社区签儿童活动方案", confirm: "开启儿童活动" },
  /** Ids and figures only: no child is named in an event, by id neither. */
  events: {
    standInNeeded: event(1, Type.Object({ ...About, postId: Text, personId: Text, heldOn: Text, reason: Text })),
    dutyEnded: event(1, Type.Object({ ...About, personId: Text, heldOn: Text })),
    alarmRaised: event(1, Type.Object({ ...About, codes: Type.Array(Text) })),
    alarmEnded: event(1, Type.Object(About)),
  },
  purposes: {
    keep: "保管孩子的资料",
    lead: "带活动时认人",
    handOver: "接送核对",
    age: "算年龄段",
    same: "找出重复的人",
    print: "打印同意书、胸卡和名册",
    guardian: "监护人查看、复制",
    tell: "通知监护人",
  },
  config: Type.Object({}),
  messages: zhCN,
});

export type ActivitiesDatabase = DatabaseOf<typeof childrenActivities>;
export type ActivitiesDb = PluginDb<typeof childrenActivities>;
export type ActivitiesContext = PluginContext<typeof childrenActivities>;
export type ActivitiesHandler<S> = HandlerContext<typeof childrenActivities, S>;
