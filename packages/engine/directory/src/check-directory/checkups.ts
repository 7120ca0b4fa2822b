import { everywhere } from "@lianxin/plugin-kit";
import { checkup } from "../services.js";

const why = "a check-up looks at all rows";

/** Places whose path does not continue their parent's. */
const placesUnderParents = checkup("places-under-parents", {
  describe: "每个地点的路径都接在上级后面",
  async run({ db }) {
    const rows = await everywhere(db, "directory_place", why).select(["id", "parentId", "placePath"]).execute();
    const paths = new Map(rows.map((row) => [row.id, row.placePath]));
    return rows.filter((row) => row.parentId !== null && !row.placePath.startsWith(paths.get(row.parentId) ?? "\u0000")).map((row) => row.id);
  },
});

/** People and roles whose path is not that of their place. */
const pathsOfPlaces = checkup("paths-of-places", {
  describe: "人和职务的路径与所在地点一致",
  async run({ db }) {
    const people = everywhere(db, "directory_person", why)
      .innerJoin("directory_place as at", "at.id", "directory_person.placeId")
      .select("directory_person.id")
      .whereRef("at.placePath", "!=", "directory_person.placePath");
    const roles = everywhere(db, "directory_role", why)
      .innerJoin("directory_place as at", "at.id", "directory_role.placeId")
      .select("directory_role.id")
      .whereRef("at.placePath", "!=", "directory_role.placePath");
    return [...(await people.execute()), ...(await roles.execute())].map((row) => row.id);
  },
});

/** Merged records that point to a record that was itself merged or taken out. */
const mergesEnd = checkup("merges-end", {
  describe: "合并过的记录指向一份还在用的记录",
  async run({ db }) {
    const rows = await everywhere(db, "directory_person", why)
      .innerJoin("directory_person as kept", "kept.id", "directory_person.mergedIntoId")
      .select("directory_person.id")
      .where((eb) => eb.or([eb("kept.mergedIntoId", "is not", null), eb("kept.removedAt", "is not", null)]))
      .execute();
    return rows.map((row) => row.id);
  },
});

export const checkups = [placesUnderParents, pathsOfPlaces, mergesEnd];
