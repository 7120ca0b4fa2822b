import { errors } from "../errors.js";
import { getName, getOpenPlace } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { OrganizationKind } from "../words.js";
import { findNamed, findOrganization } from "./organization.repository.js";

/** Adds an organisation at a place; throws nameInvalid, placeUnknown, placeClosed, nameTaken. */
export async function addOrganization(ctx: DirectoryContext, input: { name: string; kind: OrganizationKind; placeId: string }): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const place = await getOpenPlace(ctx, input.placeId);
  const name = getName(input.name, "body.name");
  if (await findNamed(db, nameKeyOf(name), place.placePath)) throw errors.nameTaken({ name }, "body.name");
  const id = newId();
  await db
    .insertInto("directory_organization")
    .values({ id, name, nameKey: nameKeyOf(name), kind: input.kind, placeId: place.id, placePath: place.placePath, closedOn: null, version: 1 })
    .execute();
  await db.insertInto("directory_organization_name").values({ id: newId(), organizationId: id, name, fromOn: clock.today(), toOn: null }).execute();
  audit("organization.add", id, { placePath: place.placePath });
  return id;
}

/** Renames or closes an organisation; the former name keeps its dates. Throws organizationUnknown, nameInvalid, nameTaken, changedMeanwhile. */
export async function changeOrganization(
  ctx: DirectoryContext,
  id: string,
  change: { version: number; name?: string | undefined; isClosed?: boolean | undefined },
): Promise<void> {
  const { db, newId, clock, audit } = ctx;
  const before = await findOrganization(db, id);
  if (!before) throw errors.organizationUnknown({}, "params.organizationId");
  const name = change.name === undefined ? before.name : getName(change.name, "body.name");
  const other = await findNamed(db, nameKeyOf(name), before.placePath);
  if (other && other.id !== id) throw errors.nameTaken({ name }, "body.name");
  const closedOn = change.isClosed === undefined ? before.closedOn : change.isClosed ? (before.closedOn ?? clock.today()) : null;
  const done = await db
    .updateTable("directory_organization")
    .set({ name, nameKey: nameKeyOf(name), closedOn, version: change.version + 1 })
    .where("id", "=", id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.changedMeanwhile();
  if (name !== before.name) {
    await db.updateTable("directory_organization_name").set({ toOn: clock.today() }).where("organizationId", "=", id).where("toOn", "is", null).execute();
    await db.insertInto("directory_organization_name").values({ id: newId(), organizationId: id, name, fromOn: clock.today(), toOn: null }).execute();
  }
  audit("organization.change", id);
}
