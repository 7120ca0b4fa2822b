import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";

/** What is confirmed, in this wording; a changed wording is confirmed anew. */
export const dutiesVersion = "2026-1";

/** The wording as it stands in the texts: `duty.1` to `duty.6`. */
export const dutyCount = 6;

/** Places where the duties are confirmed, at or below which work goes on. */
const confirmed = (db: ActivitiesDb) =>
  everywhere(db, "children_activities_confirmation", "whether anything may be done at a place is asked before anything is done")
    .select(["placePath"])
    .where("endedAt", "is", null)
    .where("textVersion", "=", dutiesVersion)
    .execute();

/** Throws notConfirmed where nobody confirmed the duties: the plugin is off there. */
export async function requireConfirmed(db: ActivitiesDb, path: string): Promise<void> {
  if (!(await confirmed(db)).some(({ placePath }) => path.startsWith(placePath))) throw errors.notConfirmed({});
}

/** Turns it on for a place and all below, by somebody who said yes to each duty. */
export async function confirmDuties({ db, clock, newId, actor, audit }: ActivitiesContext, placePath: string, agreed: readonly number[]): Promise<string> {
  for (let duty = 1; duty <= dutyCount; duty++) if (!agreed.includes(duty)) throw errors.dutyOpen({ duty }, "body.agreed");
  if (actor.personId === null) throw errors.personNeeded();
  const id = newId();
  await endConfirmation({ db, clock, audit }, placePath);
  const row = { id, placePath, confirmedById: actor.personId, confirmedAt: clock.now(), textVersion: dutiesVersion, endedAt: null };
  await db.insertInto("children_activities_confirmation").values(row).execute();
  audit("duties.confirm", id, { placePath, textVersion: dutiesVersion });
  return id;
}

/** Turns it off: what is planned stays, nothing opens. */
export async function endConfirmation({ db, clock, audit }: Pick<ActivitiesContext, "db" | "clock" | "audit">, placePath: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("children_activities_confirmation")
    .set({ endedAt: clock.now() })
    .where("placePath", "=", placePath)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) > 0) audit("duties.end", placePath);
}

export const listConfirmations = (db: ActivitiesDb, scope: Scope) =>
  within(db, scope, "children_activities_confirmation").selectAll().where("endedAt", "is", null).orderBy("placePath").execute();
