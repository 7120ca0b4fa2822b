import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";

const why = "a migration moves every row";
const atOnce = 500;

interface Span {
  readonly from_on: string;
  readonly until_on: string | null;
}

/** The days an elder was here, without those on which they were not. */
function spansOf({ from_on, until_on }: Span, absences: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let from = from_on;
  for (const gone of absences) {
    spans.push({ from_on: from, until_on: gone.from_on });
    from = gone.until_on!;
  }
  return [...spans, { from_on: from, until_on }];
}

/** Whoever wishes no visit now wished one until the day they said so. */
function splitByWish(spans: readonly Span[], { wish, wished_on }: { readonly wish: string; readonly wished_on: string }): (Span & { readonly wish: string })[] {
  return spans.flatMap((span) => {
    if (wish !== "none" || span.from_on >= wished_on) return [{ ...span, wish }];
    if (span.until_on !== null && span.until_on <= wished_on) return [{ ...span, wish: "visit" }];
    return [
      { ...span, until_on: wished_on, wish: "visit" },
      { ...span, from_on: wished_on, wish },
    ];
  });
}

/**
 * What elders count as, from when to when: what was so before is not known, so they have counted since they came as they do now, but for the days they were away
 * and for a wish whose day is known. What was still due of those who had left is missed.
 */
export const noteStandings: PluginMigration = async ({ createTable, createIndex, db }) => {
  await createTable("elder_pairing_standing", {
    id: col.id(),
    placePath: col.place(),
    townPath: col.text(),
    elderId: col.ref("elder_pairing_elder"),
    level: col.text(),
    wish: col.text(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
  });
  await createIndex("elder_pairing_standing", ["elderId", "fromOn"], { unique: true });
  await createIndex("elder_pairing_standing", ["untilOn", "fromOn"]);
  const elders = await everywhere(db, "elder_pairing_elder", why)
    .select(["id", "place_path", "town_path", "level", "wish", "wished_on", "state", "from_on", "until_on"])
    .execute();
  const absences = await db.selectFrom("elder_pairing_absence").select(["elder_id", "from_on", "until_on"]).orderBy("from_on").execute();
  const goneBy = groupBy(absences as (Span & { readonly elder_id: string })[], ({ elder_id }) => elder_id);
  const rows = elders.flatMap(({ id, place_path, town_path, level, from_on, ...elder }) => {
    const until_on = elder.state === "active" ? null : (elder.until_on ?? from_on);
    const spans = splitByWish(spansOf({ from_on, until_on }, goneBy.get(id) ?? []), elder as never);
    return spans.map((span, k) => ({ id: `${String(id)}-${k}`, elder_id: id, place_path, town_path, level, ...span }));
  });
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto("elder_pairing_standing")
      .values(rows.slice(from, from + atOnce))
      .execute();
  const left = elders.filter(({ state }) => state !== "active").map(({ id }) => id);
  for (let from = 0; from < left.length; from += atOnce)
    await db
      .updateTable("elder_pairing_due")
      .set({ state: "missed" })
      .where("state", "=", "due")
      .where("elder_id", "in", left.slice(from, from + atOnce))
      .execute();
};
