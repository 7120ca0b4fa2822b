import type { ActivitiesContext } from "../plugin.js";
import { guardiansByPhone } from "./child.repository.js";
import { readName, readPhone } from "./read-values.js";

export interface SaidGuardian {
  readonly name: string;
  readonly phone: string;
  readonly relation: string;
}

/** The guardian of that name and number at a place, made when there is none: brothers and sisters share one. Throws nameInvalid, phoneWrong. */
export async function findOrAddGuardian(ctx: ActivitiesContext, placePath: string, said: SaidGuardian, field = "body.guardian"): Promise<string> {
  const { db, blind, disclose, newId, clock } = ctx;
  const [name, phone] = [readName(said.name, `${field}.name`), readPhone(said.phone, `${field}.phone`)];
  const known = await guardiansByPhone(db, placePath, blind(phone));
  const names = await disclose(
    known.map((row) => row.name),
    "same",
  );
  const found = known[names.indexOf(name)];
  if (found) return found.id;
  const id = newId();
  await db.insertInto("children_activities_guardian").values({ id, placePath, name, phone, linkVersion: null, createdAt: clock.now() }).execute();
  return id;
}
