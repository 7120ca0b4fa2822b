import { byId, within, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findObjection = (db: MeetingsDb, id: string) => byId(db, "meetings_objection", id).selectAll().executeTakeFirst();
export type ObjectionRow = NonNullable<Awaited<ReturnType<typeof findObjection>>>;

export const objectionsOf = (db: MeetingsDb, noticeId: string): Promise<ObjectionRow[]> =>
  db.selectFrom("meetings_objection").selectAll().where("noticeId", "=", noticeId).orderBy("raisedAt").orderBy("id").execute();

export async function placeOfObjection(db: MeetingsDb, id: string): Promise<{ path: string } | undefined> {
  const row = await db
    .selectFrom("meetings_objection as o")
    .innerJoin("meetings_public_notice as n", "n.id", "o.noticeId")
    .select("n.placePath")
    .where("o.id", "=", id)
    .executeTakeFirst();
  return row && { path: row.placePath };
}

/** Notices at the reader's places that somebody objected to and that wait for an answer, or to be taken down and mended; the one that ends first on top. */
export const listObjected = (db: MeetingsDb, scope: Scope) =>
  within(db, scope, "meetings_public_notice")
    .select(["id", "title", "toOn", "state"])
    .where("meetings_public_notice.state", "in", ["objected", "faulted"])
    .orderBy("toOn")
    .orderBy("id")
    .limit(50)
    .execute();
