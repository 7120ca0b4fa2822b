import { definePlugin, event, provides, type DatabaseOf } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { zhCN } from "./messages/zh-CN.js";
import { greeting, v1Greeting } from "./tables.js";

/** What others may ask of hello. */
export interface Hello {
  countAt(placePath: string): Promise<number>;
}

/** The smallest plugin: people greet each other at a place. */
export const hello = definePlugin({
  id: "hello",
  engine: "^0.1.0",
  tables: { greeting },
  views: { v1_greeting: v1Greeting },
  provides: provides<Hello>(),
  permissions: { greet: "问好", see: "看问候" },
  events: { greeted: event(1, Type.Object({ greetingId: Type.String(), isLoud: Type.Boolean() })) },
  purposes: { callBack: "回电话" },
  config: Type.Object({ longest: Type.Integer({ minimum: 1, default: 50 }) }),
  messages: zhCN,
});

export type HelloDatabase = DatabaseOf<typeof hello>;
