import { byId, insertRows, within, type Scope } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";

/** What a line of a list did to somebody. */
export interface Deed {
  readonly line: number;
  readonly volunteerId: string;
  readonly signUpId: string | null;
  readonly deed: "added" | "changed";
  readonly isNew: boolean;
  readonly isNumberless: boolean;
  readonly before: string | null;
  readonly after: string | null;
}
export interface ImportFacts {
  readonly placePath: string;
  readonly kind: "signUps" | "rota";
  readonly dayId: string | null;
  readonly seriesId: string | null;
  readonly fileName: string;
}

/** Keeps what a list did, so that it can be taken back as one; a list that did nothing is not kept. Gives its id. O(deeds). */
export async function keepImport({ db, newId, clock, actor }: VolunteerDaysContext, facts: ImportFacts, deeds: readonly Deed[]): Promise<string | null> {
  if (deeds.length === 0) return null;
  const id = newId();
  const count = (deed: Deed["deed"]): number => deeds.filter((one) => one.deed === deed).length;
  const when = { importedAt: clock.now(), importedById: actor.personId, undoneAt: null };
  await db
    .insertInto("volunteer_days_import")
    .values({ id, ...facts, added: count("added"), changed: count("changed"), ...when })
    .execute();
  await insertRows(
    db,
    "volunteer_days_import_line",
    deeds.map((deed) => ({ id: newId(), importId: id, ...deed })),
  );
  return id;
}

export const findImport = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_import", id).selectAll().executeTakeFirst();
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The latest imports at the places one may see, newest first. */
export const listImports = (db: VolunteerDaysDb, scope: Scope) =>
  within(db, scope, "volunteer_days_import").selectAll().orderBy("importedAt", "desc").orderBy("id", "desc").limit(20).execute();
