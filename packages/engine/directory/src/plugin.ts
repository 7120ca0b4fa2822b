import { definePlugin, event, provides, type DatabaseOf, type PluginContext, type PluginDb } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import type { Directory } from "./directory.js";
import { zhCN } from "./messages/zh-CN.js";
import { tables } from "./tables/tables.js";
import { v1Calendar, v1Holiday, v1Organization, v1Person, v1Place, v1Role, v1Venue } from "./tables/views.js";

const Ids = Type.Object({ personId: Type.String() });

/** Who is who and where: people, organisations, dated roles, the place tree, venues, channels, consents; and who may do what. */
export const directory = definePlugin({
  id: "directory",
  engine: "^0.1.0",
  tables,
  views: {
    v1_person: v1Person,
    v1_place: v1Place,
    v1_organization: v1Organization,
    v1_role: v1Role,
    v1_venue: v1Venue,
    v1_calendar: v1Calendar,
    v1_holiday: v1Holiday,
  },
  provides: provides<Directory>(),
  permissions: {
    see: "看通讯录",
    edit: "改通讯录",
    showContact: "看联系方式",
    showSensitive: "看敏感信息",
    giveRoles: "定职务",
    erase: "抹去个人信息",
    import: "导入表格",
    arrange: "管地点、节假日和设置",
  },
  events: {
    rolesChanged: event(1, Ids),
    calendarChanged: event(1, Ids),
    /** Nothing about them is left but rows without a name. */
    personErased: event(1, Ids),
    peopleMerged: event(1, Type.Object({ keptId: Type.String(), mergedId: Type.String(), isUndone: Type.Boolean() })),
    holidaysLoaded: event(1, Type.Object({ year: Type.Integer() })),
  },
  /** More permissions for a kind of role, by id: `{ grants: { volunteer: ["volunteer-days.signUp"] } }`. */
  config: Type.Object({ grants: Type.Record(Type.String(), Type.Array(Type.String()), { default: {} }) }),
  messages: zhCN,
});

export type DirectoryDatabase = DatabaseOf<typeof directory>;
export type DirectoryDb = PluginDb<typeof directory>;
export type DirectoryContext = PluginContext<typeof directory>;
