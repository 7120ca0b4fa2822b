import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";
import { nameKeyOf } from "../read-words/read-name.js";
import { getName, getOpenPlace } from "./add-place.js";
import { countUses, findSibling } from "./place.repository.js";

export interface PlaceChange {
  readonly version: number;
  readonly name?: string | undefined;
  readonly code?: string | null | undefined;
  readonly households?: number | null | undefined;
}

/** Renames a place or changes its figures; where it lies never changes. Throws nameTaken, changedMeanwhile. */
export async function changePlace(ctx: DirectoryContext, id: string, change: PlaceChange): Promise<void> {
  const place = await getOpenPlace(ctx, id, "params.placeId");
  const name = change.name === undefined ? place.name : getName(change.name, "body.name");
  const sibling = place.parentId ? await findSibling(ctx.db, place.parentId, place.scheme, nameKeyOf(name)) : undefined;
  if (sibling && sibling.id !== id) throw errors.nameTaken({ name }, "body.name");
  const { code = place.code, households = place.households } = change;
  const done = await ctx.db
    .updateTable("directory_place")
    .set({ name, nameKey: nameKeyOf(name), code, households, version: change.version + 1 })
    .where("id", "=", id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.changedMeanwhile();
  ctx.audit("place.change", id);
}

/** Closes a place from today on; throws placeInUse while anything open lies in it. */
export async function closePlace(ctx: DirectoryContext, id: string): Promise<void> {
  const place = await getOpenPlace(ctx, id, "params.placeId");
  const count = await countUses(ctx.db, place, ctx.clock.today());
  if (count > 0) throw errors.placeInUse({ count });
  await ctx.db
    .updateTable("directory_place")
    .set({ closedOn: ctx.clock.today(), version: place.version + 1 })
    .where("id", "=", id)
    .execute();
  ctx.audit("place.close", id);
}
