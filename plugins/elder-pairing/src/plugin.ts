import { directory } from "@lianxin/directory";
import { matters } from "@lianxin/matters";
import { definePlugin, event, type DatabaseOf, type HandlerContext, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { zhCN } from "./messages/zh-CN.js";
import { Rules } from "./rules.js";
import { importBatch, importRow } from "./tables/imports.js";
import { alarm, handover, pair, run } from "./tables/pairs.js";
import { absence, cadre, cadreVillage, consent, elder, elderContact, leave, quota, spot, tie } from "./tables/people.js";
import { standing } from "./tables/standings.js";
import { alert, due, ladder, ladderStep, need, oldNote, trigger, visit } from "./tables/visits.js";

const Text = Type.String();

/** Elder–cadre pairing (结对帮扶): every elder has somebody who answers for them, every day. */
export const elderPairing = definePlugin({
  id: "elder-pairing",
  engine: "^0.1.0",
  dependsOn: [directory, matters],
  tables: {
    elder,
    absence,
    standing,
    elderContact,
    consent,
    cadre,
    cadreVillage,
    leave,
    tie,
    spot,
    quota,
    pair,
    run,
    alarm,
    handover,
    due,
    visit,
    need,
    ladder,
    ladderStep,
    trigger,
    alert,
    oldNote,
    importBatch,
    importRow,
  },
  permissions: { see: "看结对档案", open: "看老人的敏感资料", plan: "排结对", keepRegisters: "管结对名册", sums: "看结对统计" },
  events: {
    /** Both sides agreed: from today on. */
    paired: event(1, Type.Object({ pairId: Text, elderId: Text, cadreId: Text })),
    /** Nobody can come to an elder on a day; so many elders need one, so many could be had. */
    uncovered: event(1, Type.Object({ elderId: Text, day: Text, need: Type.Integer(), offer: Type.Integer() })),
    /** A township where somebody lacks a helper: seen to by itself, so that trouble in one stops no other. */
    townWaits: event(1, Type.Object({ townPath: Text, day: Text })),
    /** Nobody answered a call: the ladder has begun. */
    unanswered: event(1, Type.Object({ elderId: Text, ladderId: Text })),
  },
  purposes: { pairing: "配对", visit: "探访", hand: "交接和打印", erasing: "抹去", undoing: "导入留底" },
  config: Rules,
  messages: zhCN,
});

export type ElderPairingDatabase = DatabaseOf<typeof elderPairing>;
export type ElderPairingDb = PluginDb<typeof elderPairing>;
export type ElderPairingContext = PluginContext<typeof elderPairing>;
export type ElderPairingHandler<S> = HandlerContext<typeof elderPairing, S>;
