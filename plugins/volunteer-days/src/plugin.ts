import { commitments } from "@lianxin/commitments";
import { directory } from "@lianxin/directory";
import { matters } from "@lianxin/matters";
import { definePlugin, event, provides, type DatabaseOf, type HandlerContext, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { zhCN } from "./messages/zh-CN.js";
import { Rules } from "./rules.js";
import type { VolunteerDays } from "./volunteer-days.js";
import { day, post, series, shift, site } from "./tables/days.js";
import { signUp, standIn, swap, volunteer } from "./tables/people.js";
import { certificate, certificateCounter, hazard } from "./tables/paper.js";
import { importBatch, importLine } from "./tables/imports.js";
import { basics, recordEntry } from "./tables/record.js";
import { service } from "./tables/service.js";

const Text = Type.String();
const About = { signUpId: Text, dayId: Text };

/** Rosters for volunteer days: series and their sites, signing up in ten seconds, nobody over the number of places. */
export const volunteerDays = definePlugin({
  id: "volunteer-days",
  engine: "^0.1.0",
  dependsOn: [directory, matters, commitments],
  tables: {
    series,
    site,
    day,
    shift,
    post,
    volunteer,
    signUp,
    service,
    hazard,
    certificate,
    certificateCounter,
    standIn,
    swap,
    importBatch,
    importLine,
    basics,
    recordEntry,
  },
  provides: provides<VolunteerDays>(),
  permissions: { see: "看志愿排班", signUpOthers: "替人报名", plan: "排志愿日" },
  events: {
    signedUp: event(1, Type.Object({ ...About, state: Text })),
    promoted: event(1, Type.Object(About)),
    cancelled: event(1, Type.Object(About)),
    dayChanged: event(1, Type.Object({ dayId: Text, state: Text })),
  },
  purposes: {
    signIn: "打印签到表",
    tell: "看短信能不能发到",
    call: "给志愿者打电话",
    invite: "写日历邀请",
    record: "看志愿者基本信息",
    report: "按规定导出志愿服务记录",
  },
  config: Rules,
  messages: zhCN,
});

export type VolunteerDaysDatabase = DatabaseOf<typeof volunteerDays>;
export type VolunteerDaysDb = PluginDb<typeof volunteerDays>;
export type VolunteerDaysContext = PluginContext<typeof volunteerDays>;
export type VolunteerDaysHandler<S> = HandlerContext<typeof volunteerDays, S>;
