import { everywhere } from "@lianxin/plugin-kit";
import type { MattersDb } from "../plugin.js";

/** How many of the newest matters of a community are looked at: more than a community raises in a year. */
const most = 2000;

/** Matters of one community since a day that may be the same as a new one, newest first; read by the index of community and day. */
export const candidatesOf = (db: MattersDb, communityPath: string, since: string) =>
  everywhere(db, "matters_matter", "a new matter is compared with those of its community")
    .select(["id", "number", "title", "detail", "spot", "placeId", "placePath", "state", "raisedOn"])
    .where("communityPath", "=", communityPath)
    .where("raisedOn", ">=", since)
    .where("state", "not in", ["merged", "withdrawn", "split"])
    .orderBy("raisedOn", "desc")
    .limit(most)
    .execute();
