import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";
import { dayOf } from "../tell-time/tell-time.js";

/** The moment in an id that was made then (UUIDv7, RFC 9562 §5.7). */
const madeAt = (id: string): string => new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();
const isTimed = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id);

/**
 * What the report of a year counts by: since when a home is one, whether a date was ever published, and who took an answer back. Homes are since the moment in their id; a yes was taken back by its
 * guardian where the same guardian said no later; of children erased before it is not known who asked for it, and none of them counts.
 */
export const noteYearFacts: PluginMigration = async ({ addColumns, db }) => {
  await addColumns("children_activities_home", { openedOn: col.date().nullable() });
  await addColumns("children_activities_session", { wasPublished: col.bool().nullable() });
  await addColumns("children_activities_consent", { withdrawnBy: col.text().nullable() });
  const homes = await everywhere(db, "children_activities_home", "a migration moves every row").select("id").execute();
  for (const { id } of homes as { id: string }[])
    if (isTimed(id))
      await db
        .updateTable("children_activities_home")
        .set({ opened_on: dayOf(madeAt(id), "Asia/Shanghai") })
        .where("id", "=", id)
        .execute();
  await db
    .updateTable("children_activities_session")
    .set({ was_published: 1 })
    .where((eb) => eb.or([eb("state", "in", ["published", "open", "closed"]), eb("called_off_state", "=", "published"), eb("said_starts_at", "is not", null)]))
    .execute();
  await db
    .updateTable("children_activities_consent")
    .set({ withdrawn_by: "guardian" })
    .where("answer", "=", "yes")
    .where("withdrawn_at", "is not", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("children_activities_consent as refusal")
          .select("refusal.id")
          .where("refusal.answer", "=", "no")
          .whereRef("refusal.child_id", "=", "children_activities_consent.child_id")
          .whereRef("refusal.guardian_id", "=", "children_activities_consent.guardian_id")
          .whereRef("refusal.purpose", "=", "children_activities_consent.purpose")
          .whereRef("refusal.given_at", ">", "children_activities_consent.given_at")
          .where((of) => of.or([of("refusal.programme_id", "is", null), of("refusal.programme_id", "=", of.ref("children_activities_consent.programme_id"))])),
      ),
    )
    .execute();
};
