import { groupBy } from "../group-by.js";
import { everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesContext } from "../plugin.js";

/** What happened to some children as it was written down, newest first, opened for their guardian; of a disclosure there is no row that names a child. O(incidents). */
export async function incidentsOf({ db, disclose }: ActivitiesContext, childIds: readonly string[]) {
  const rows = await everywhere(db, "children_activities_incident", "what happened to the children of a guardian who opened their page")
    .select(["id", "subjectId", "kind", "at", "words"])
    .where("subjectId", "in", ["none", ...childIds])
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(500)
    .execute();
  const opened = (
    await disclose(
      rows.flatMap(({ words }) => (words === null ? [] : [words])),
      "guardian",
    )
  ).values();
  const shown = rows.map(({ words, ...row }) => ({ ...row, words: words === null ? null : (opened.next().value ?? "") }));
  return groupBy(shown, ({ subjectId }) => subjectId);
}
