import type { PluginMigration } from "@lianxin/plugin-kit";

const person = `select p.id, coalesce(k.id, p.id) as canonical_id, coalesce(k.full_name, p.full_name) as full_name, coalesce(k.distinction, p.distinction) as distinction,
  p.place_id, p.place_path, case when p.merged_into_id is null and p.removed_at is null then 1 else 0 end as is_listed
  from directory_person p left join directory_person k on k.id = p.merged_into_id`;

/** What other plugins read; contact data is in none of them. */
export const createViews: PluginMigration = async ({ createView }) => {
  await createView("directory_v1_person", person);
  await createView("directory_v1_place", "select id, name, kind, scheme, parent_id, place_path, households, closed_on from directory_place");
  await createView("directory_v1_organization", "select id, name, kind, place_id, place_path, closed_on from directory_organization");
  await createView("directory_v1_role", "select id, person_id, kind, title, place_id, place_path, organization_id, from_on, to_on from directory_role");
  await createView("directory_v1_venue", "select id, name, kind, place_id, place_path, seats, closed_on from directory_venue");
  await createView("directory_v1_calendar", "select id, person_id, starts_at, ends_at, kind from directory_busy");
  await createView("directory_v1_holiday", "select id, year, day, name, is_off_day, is_fictional, source from directory_holiday");
};
