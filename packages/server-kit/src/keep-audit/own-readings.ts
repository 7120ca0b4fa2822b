import type { Reader, Reading, ReadingSum, SealedClass } from "@lianxin/plugin-kit";
import type { ExpressionBuilder } from "kysely";
import type { KitDatabase, KitDb } from "../kit-tables.js";

/** What a plugin disclosed for one of its purposes, and what an answer of its own showed. */
const own = (plugin: string) => (eb: ExpressionBuilder<KitDatabase, "kit_access_log">) =>
  eb.or([eb("purpose", "like", `${plugin}.%`), eb.and([eb("purpose", "=", "shown"), eb("route", "like", `${plugin} %`)])]);

interface Logged {
  readonly person: string | null;
  readonly route: string;
  readonly purpose: string;
  readonly dataClass: string;
}

/** A row in the plugin's own words: without its id before each route and purpose. */
const readerOf = (plugin: string, { person, route, purpose, dataClass }: Logged): Reader => ({
  personId: person,
  route: route.replace(`${plugin} `, ""),
  purpose: purpose.replace(`${plugin}.`, ""),
  dataClass: dataClass as SealedClass,
});

/** The last openings by a plugin of what is kept about somebody, newest first. O(openings about them). */
export async function findReadings(db: KitDb, plugin: string, subject: string, most: number): Promise<readonly Reading[]> {
  const rows = await db
    .selectFrom("kit_access_log")
    .select(["id", "at", "person", "route", "purpose", "dataClass"])
    .where("id", "in", (eb) => eb.selectFrom("kit_access_subject").select("accessId").where("subject", "=", subject))
    .where(own(plugin))
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, at: row.at, ...readerOf(plugin, row) }));
}

/** How often a plugin opened anything about some people, by who read it, how and for what. O(openings of that time). */
export async function countReadings(
  db: KitDb,
  plugin: string,
  subjects: readonly string[],
  { from, before }: { readonly from: string; readonly before: string },
): Promise<readonly ReadingSum[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom("kit_access_log")
    .select(({ fn }) => ["person", "route", "purpose", "dataClass", fn.countAll<number>().as("times")])
    .where("at", ">=", from)
    .where("at", "<", before)
    .where(own(plugin))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("kit_access_subject")
          .select("kit_access_subject.id")
          .whereRef("kit_access_subject.accessId", "=", "kit_access_log.id")
          .where("kit_access_subject.subject", "in", subjects),
      ),
    )
    .groupBy(["person", "route", "purpose", "dataClass"])
    .orderBy("purpose")
    .orderBy("route")
    .orderBy("person")
    .execute();
  return rows.map((row) => ({ ...readerOf(plugin, row), times: Number(row.times) }));
}
