import { byId, everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesDb } from "../plugin.js";

const none = ["none"];
export const findChild = (db: ActivitiesDb, id: string) => byId(db, "children_activities_child", id).selectAll().executeTakeFirst();
export type ChildRow = NonNullable<Awaited<ReturnType<typeof findChild>>>;
export const childrenOfHome = (db: ActivitiesDb, homeId: string) =>
  everywhere(db, "children_activities_child", "the children of a home whose director asks")
    .selectAll()
    .where("homeId", "=", homeId)
    .where("deletedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
export const childrenById = (db: ActivitiesDb, ids: readonly string[]) =>
  everywhere(db, "children_activities_child", "children of a session or a guardian that was reached before")
    .selectAll()
    .where("id", "in", [...none, ...ids])
    .where("deletedAt", "is", null)
    .execute();
/** Something of these children, or of who is theirs, was said since they were written down. */
export const markChanged = (db: ActivitiesDb, ids: readonly string[]) =>
  db
    .updateTable("children_activities_child")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "in", [...none, ...ids])
    .execute();
export const findGuardian = (db: ActivitiesDb, id: string) => byId(db, "children_activities_guardian", id).selectAll().executeTakeFirst();
export type GuardianRow = NonNullable<Awaited<ReturnType<typeof findGuardian>>>;
export const guardiansByPhone = (db: ActivitiesDb, placePath: string, phoneIndex: string) =>
  everywhere(db, "children_activities_guardian", "one guardian of several children is one row")
    .selectAll()
    .where("placePath", "=", placePath)
    .where("phoneIndex", "=", phoneIndex)
    .orderBy("id")
    .execute();
export const kinOfChildren = (db: ActivitiesDb, childIds: readonly string[]) =>
  db
    .selectFrom("children_activities_kin as kin")
    .innerJoin("children_activities_guardian as guardian", "guardian.id", "kin.guardianId")
    .select(["kin.childId as childId", "kin.relation as relation", "guardian.id as guardianId", "guardian.name as name", "guardian.phone as phone"])
    .where("kin.childId", "in", [...none, ...childIds])
    .orderBy("kin.id")
    .execute();
export const childIdsOfGuardian = async (db: ActivitiesDb, guardianId: string) =>
  (await db.selectFrom("children_activities_kin").select("childId").where("guardianId", "=", guardianId).orderBy("id").execute()).map(({ childId }) => childId);
export const collectorsOf = (db: ActivitiesDb, childIds: readonly string[]) =>
  db
    .selectFrom("children_activities_collector")
    .selectAll()
    .where("childId", "in", [...none, ...childIds])
    .where("endedAt", "is", null)
    .where((eb) => eb.or([eb("sessionId", "is", null), eb("confirmedAt", "is not", null)]))
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
/** Everybody ever named for a child, who was only asked for too: what an erasure has to reach. */
export const collectorIdsOf = async (db: ActivitiesDb, childId: string) =>
  (await db.selectFrom("children_activities_collector").select("id").where("childId", "=", childId).orderBy("id").execute()).map(({ id }) => id);
export const findCollector = (db: ActivitiesDb, id: string) => byId(db, "children_activities_collector", id).selectAll().executeTakeFirst();
