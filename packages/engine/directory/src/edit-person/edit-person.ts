import { errors } from "../errors.js";
import { checkNamesakes, homePathOf } from "../add-person/add-person.js";
import { findPerson } from "../find-person/person.repository.js";
import { getName, getOpenPlace } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { initialsOf, sortKeyOf } from "../read-words/read-initials.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { Sex } from "../words.js";

export interface PersonChange {
  readonly version: number;
  readonly fullName?: string | undefined;
  readonly distinction?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly placeId?: string | undefined;
}

/** Changes what is known of a person; a changed name stays as a former one. Throws changedMeanwhile, namesake, nameInvalid, placeUnknown. */
export async function editPerson(ctx: DirectoryContext, id: string, change: PersonChange): Promise<void> {
  const { db, newId, audit } = ctx;
  const person = await findPerson(db, id);
  if (!person) throw errors.personUnknown({}, "params.personId");
  const fullName = change.fullName === undefined ? person.fullName : getName(change.fullName, "body.fullName");
  const { placeId = person.placeId, birthYear = person.birthYear, sex = person.sex, distinction = person.distinction } = change;
  const place = placeId === person.placeId ? { placePath: person.placePath } : await getOpenPlace(ctx, placeId);
  const next = { nameKey: nameKeyOf(fullName), homePath: await homePathOf(db, place), distinction: distinction?.trim() || null };
  await checkNamesakes(db, { ...next, id: person.id });
  const done = await db
    .updateTable("directory_person")
    .set({
      ...next,
      ...{ initials: initialsOf(fullName), sortKey: sortKeyOf(fullName, next.nameKey) },
      fullName,
      birthYear,
      sex,
      placeId,
      placePath: place.placePath,
      version: change.version + 1,
    })
    .where("id", "=", person.id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.changedMeanwhile();
  if (next.nameKey !== person.nameKey)
    await db
      .insertInto("directory_alias")
      .values({ id: newId(), personId: person.id, kind: "former", name: person.fullName, nameKey: person.nameKey })
      .execute();
  audit("person.edit", person.id);
}
