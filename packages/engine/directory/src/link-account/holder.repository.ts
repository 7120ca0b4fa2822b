import type { DirectoryContext } from "../plugin.js";

/** Everybody who has an address, under the kept record, with the roles they hold or will hold and the accounts they have: one row for each of those, or one. */
export const findHolders = ({ db, clock }: DirectoryContext, addressIndex: string) =>
  db
    .selectFrom("directory_channel as c")
    .innerJoin("directory_person as p", "p.id", "c.personId")
    .innerJoin("directory_person as k", (join) => join.on("k.id", "=", (eb) => eb.fn.coalesce("p.mergedIntoId", "p.id")))
    .innerJoin("directory_person as m", (join) => join.on((eb) => eb.or([eb("m.id", "=", eb.ref("k.id")), eb("m.mergedIntoId", "=", eb.ref("k.id"))])))
    .leftJoin("directory_account_link as l", (join) => join.onRef("l.personId", "=", "m.id").on("l.toAt", "is", null))
    .leftJoin("directory_role as r", (join) =>
      join.onRef("r.personId", "=", "m.id").on((eb) => eb.or([eb("r.toOn", "is", null), eb("r.toOn", ">=", clock.today())])),
    )
    .select(["k.id as personId", "c.id as channelId", "c.confirmedAt", "l.id as linkId", "r.kind"])
    .where("c.addressIndex", "=", addressIndex)
    .where("p.removedAt", "is", null)
    .where("k.removedAt", "is", null)
    .execute();
