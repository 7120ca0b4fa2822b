import type { DirectoryDb } from "../plugin.js";

/** The row of the community; undefined before the first set-up. */
export const findSetting = (db: DirectoryDb) =>
  db
    .selectFrom("directory_setting as s")
    .innerJoin("directory_place as at", "at.id", "s.placeId")
    .select(["s.id", "s.communityName", "s.placeId", "s.officePhone", "s.version", "at.placePath"])
    .executeTakeFirst();
