/** Rows as older versions wrote them, for tests of what a later one makes of them. */
export const olderPlace = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
export const olderPerson = {
  ...{ id: "p", full_name: "周兰", name_key: "周兰", place_id: "c", place_path: "/c/", home_path: "/c/" },
  ...{ created_at: "2026-09-01T01:00:00.000Z", version: 1 },
};
export const olderMatter = (id: string, state: string, more: object = {}) => ({
  ...{ id, number: `2026-000${id}`, title: `第 ${id} 件`, place_id: "c", place_path: "/c/", entered_by: "p", is_enterer_hidden: 0 },
  ...{ raised_on: "2026-09-02", state, warning_codes: "[]", created_at: "2026-09-02T01:00:00.000Z" },
  ...more,
});
