import { directory } from "@lianxin/directory";
import { matters } from "@lianxin/matters";
import { definePlugin, type DatabaseOf, type HandlerContext, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { zhCN } from "./messages/zh-CN.js";
import { Rules } from "./rules.js";
import { cadre, cadreVillage, consent, elder, elderContact, leave, quota, spot, tie } from "./tables/people.js";

/** Elder–cadre pairing (结对帮扶): every elder has somebody who answers for them, every day. */
export const elderPairing = definePlugin({
  id: "elder-pairing",
  engine: "^0.1.0",
  dependsOn: [directory, matters],
  tables: { elder, elderContact, consent, cadre, cadreVillage, leave, tie, spot, quota },
  permissions: { see: "看结对档案", plan: "排结对", keepRegisters: "管结对名册", sums: "看结对统计" },
  purposes: { pairing: "配对", visit: "探访", hand: "交接和打印" },
  config: Rules,
  messages: zhCN,
});

export type ElderPairingDatabase = DatabaseOf<typeof elderPairing>;
export type ElderPairingDb = PluginDb<typeof elderPairing>;
export type ElderPairingContext = PluginContext<typeof elderPairing>;
export type ElderPairingHandler<S> = HandlerContext<typeof elderPairing, S>;
