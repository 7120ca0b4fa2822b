import { within, type Place, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";
import { getOpenPlace } from "./add-place.js";
import { pathOfPlace } from "./place.repository.js";

/** An overlay place covers another one from today on; asked twice, it stays one row. Throws placeUnknown, placeClosed. */
export async function coverPlace(ctx: DirectoryContext, overlayId: string, coveredId: string): Promise<void> {
  const [overlay, covered] = [await getOpenPlace(ctx, overlayId, "params.placeId"), await getOpenPlace(ctx, coveredId, "body.coveredId")];
  const known = await ctx.db
    .selectFrom("directory_coverage")
    .select("id")
    .where("overlayId", "=", overlay.id)
    .where("coveredId", "=", covered.id)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">", ctx.clock.today())]))
    .executeTakeFirst();
  if (known) return;
  await ctx.db.insertInto("directory_coverage").values({ id: ctx.newId(), overlayId, coveredId, fromOn: ctx.clock.today(), toOn: null }).execute();
  ctx.audit("place.cover", overlayId, { coveredId });
}

/** Roles held at the overlay reach this place until today and no longer. Throws coverEnded. */
export async function endCover({ db, clock, audit }: DirectoryContext, coverId: string): Promise<void> {
  const cover = await db.selectFrom("directory_coverage").selectAll().where("id", "=", coverId).executeTakeFirst();
  if (!cover || cover.toOn !== null) throw errors.coverEnded();
  await db.updateTable("directory_coverage").set({ toOn: clock.today() }).where("id", "=", coverId).execute();
  audit("place.uncover", cover.overlayId, { coveredId: cover.coveredId });
}

/** What open overlay places one may see cover today, with the names of the covered. Ended ones are left out from the day after. */
export const listCovers = (db: DirectoryDb, scope: Scope, today: string) =>
  within(db, scope, "directory_place")
    .innerJoin("directory_coverage as v", "v.overlayId", "directory_place.id")
    .innerJoin("directory_place as c", "c.id", "v.coveredId")
    .leftJoin("directory_place as p", "p.id", "c.parentId")
    .select(["v.id", "v.overlayId", "v.coveredId", "c.name", "c.kind", "p.name as parentName", "v.fromOn", "v.toOn"])
    .where("directory_place.closedOn", "is", null)
    .where((eb) => eb.or([eb("v.toOn", "is", null), eb("v.toOn", ">=", today)]))
    .orderBy("v.id")
    .execute();

export async function placeOfCover(db: DirectoryDb, coverId: string): Promise<Place | undefined> {
  const cover = await db.selectFrom("directory_coverage").select("overlayId").where("id", "=", coverId).executeTakeFirst();
  return cover && pathOfPlace(db, cover.overlayId);
}
