import { everywhere, prepared } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import type { DirectoryDatabase } from "../plugin.js";

/** Who a person is, under the kept record, and each role they hold today with the name of its place: one row at least. */
export const namedRoles = prepared((db: Kysely<DirectoryDatabase>, p: { personId: string; today: string }) =>
  everywhere(db, "directory_person", "who one is, asked before any place is known")
    .innerJoin("directory_person as k", (join) => join.on("k.id", "=", (eb) => eb.fn.coalesce("directory_person.mergedIntoId", "directory_person.id")))
    .innerJoin("directory_person as m", (join) => join.on((eb) => eb.or([eb("m.id", "=", eb.ref("k.id")), eb("m.mergedIntoId", "=", eb.ref("k.id"))])))
    .leftJoin("directory_role as r", (join) =>
      join
        .onRef("r.personId", "=", "m.id")
        .on("r.fromOn", "<=", p.today)
        .on((eb) => eb.or([eb("r.toOn", "is", null), eb("r.toOn", ">=", p.today)])),
    )
    .leftJoin("directory_place as at", "at.id", "r.placeId")
    .select(["k.fullName as name", "r.kind", "r.title", "at.name as place"])
    .where("directory_person.id", "=", p.personId)
    .where("directory_person.removedAt", "is", null)
    .where("k.removedAt", "is", null)
    .orderBy("r.fromOn", "desc")
    .orderBy("r.id"),
);

const links = (db: Kysely<DirectoryDatabase>, p: { accountId: string; now: string }) =>
  db
    .selectFrom("directory_account_link as l")
    .innerJoin("directory_person as p", "p.id", "l.personId")
    .where("l.accountId", "=", p.accountId)
    .where((eb) => eb.or([eb("l.toAt", "is", null), eb("l.toAt", ">", p.now)]))
    .where("p.removedAt", "is", null);

/** The people an account is linked to now, by name, the earliest link first, under the ids of kept records. */
export const linkedNames = prepared((db: Kysely<DirectoryDatabase>, p: { accountId: string; now: string }) =>
  links(db, p)
    .innerJoin("directory_v1_person as n", (join) => join.on("n.id", "=", (eb) => eb.fn.coalesce("p.mergedIntoId", "p.id")))
    .select(["n.id", "n.fullName as name"])
    .orderBy("l.fromAt")
    .orderBy("l.id"),
);

/** Whom those people act for today by proxy, by name, the earliest term first. */
export const principalNames = prepared((db: Kysely<DirectoryDatabase>, p: { accountId: string; now: string; today: string }) =>
  links(db, p)
    .innerJoin("directory_proxy as x", (join) => join.on("x.deputyId", "=", (eb) => eb.fn.coalesce("p.mergedIntoId", "p.id")))
    .innerJoin("directory_v1_person as n", "n.id", "x.principalId")
    .select(["n.id", "n.fullName as name"])
    .where("x.fromOn", "<=", p.today)
    .where((eb) => eb.or([eb("x.toOn", "is", null), eb("x.toOn", ">=", p.today)]))
    .orderBy("x.fromOn")
    .orderBy("x.id"),
);
