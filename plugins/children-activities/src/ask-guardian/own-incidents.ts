import { everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesDb } from "../plugin.js";

/** What happened to some children as it was written down or put right, sealed, newest first; of a disclosure there is no row that names a child. O(incidents). */
export const incidentsOf = (db: ActivitiesDb, childIds: readonly string[]) =>
  everywhere(db, "children_activities_incident", "what happened to the children of a guardian who opened their page")
    .select(["id", "subjectId", "kind", "at", "words", "replacesId"])
    .where("subjectId", "in", ["none", ...childIds])
    .where("struckAt", "is", null)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(500)
    .execute();
