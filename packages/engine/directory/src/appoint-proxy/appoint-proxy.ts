import type { Place } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findPerson, placeOfPerson } from "../find-person/person.repository.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";
import { getDay, getTerm } from "../read-words/get-term.js";
import { overlaps } from "../read-words/read-term.js";
import type { ProxyReason } from "../words.js";

export interface NewProxy {
  readonly principalId: string;
  readonly deputyId: string;
  readonly reason: ProxyReason;
  readonly fromOn: string;
  readonly toOn?: string | null | undefined;
  readonly enteredBy: string | null;
}

/** Lets one person act for another for a time. Throws proxySelf, personUnknown, dayUnknown, datesReversed, proxyOverlaps. */
export async function appointProxy(ctx: DirectoryContext, input: NewProxy): Promise<string> {
  const { db, newId, audit } = ctx;
  const term = getTerm(input.fromOn, input.toOn);
  const [principal, deputy] = [await findPerson(db, input.principalId), await findPerson(db, input.deputyId)];
  if (!principal || !deputy) throw errors.personUnknown({}, deputy ? "params.personId" : "body.deputyId");
  if (principal.id === deputy.id) throw errors.proxySelf({}, "body.deputyId");
  const others = await db
    .selectFrom("directory_proxy")
    .select(["fromOn", "toOn"])
    .where("principalId", "=", principal.id)
    .where("deputyId", "=", deputy.id)
    .execute();
  if (others.some((other) => overlaps(other, term))) throw errors.proxyOverlaps({}, "body.fromOn");
  const id = newId();
  const { reason, enteredBy } = input;
  await db
    .insertInto("directory_proxy")
    .values({ id, principalId: principal.id, deputyId: deputy.id, reason, ...term, enteredBy })
    .execute();
  audit("proxy.appoint", id, { principalId: principal.id, deputyId: deputy.id });
  return id;
}

/** Ends a proxy with a last day. Throws proxyEnded, dayUnknown, datesReversed. */
export async function endProxy({ db, clock, audit }: DirectoryContext, id: string, lastOn: string): Promise<void> {
  const proxy = await db.selectFrom("directory_proxy").selectAll().where("id", "=", id).executeTakeFirst();
  if (!proxy || (proxy.toOn !== null && proxy.toOn < clock.today())) throw errors.proxyEnded();
  const toOn = getDay(lastOn, "body.lastOn");
  if (toOn < proxy.fromOn) throw errors.datesReversed({}, "body.lastOn");
  await db.updateTable("directory_proxy").set({ toOn }).where("id", "=", id).execute();
  audit("proxy.end", id, { toOn });
}

export const proxiesOf = (db: DirectoryDb, principalId: string) =>
  db
    .selectFrom("directory_proxy as x")
    .innerJoin("directory_person as d", "d.id", "x.deputyId")
    .select(["x.id", "x.deputyId", "d.fullName as deputyName", "x.reason", "x.fromOn", "x.toOn"])
    .where("x.principalId", "=", principalId)
    .orderBy("x.fromOn", "desc")
    .execute();

/** Whom a person acts for, past terms too. */
export const principalsOf = (db: DirectoryDb, deputyId: string) =>
  db
    .selectFrom("directory_proxy as x")
    .innerJoin("directory_person as p", "p.id", "x.principalId")
    .select(["x.id", "x.principalId", "p.fullName as principalName", "x.reason", "x.fromOn", "x.toOn"])
    .where("x.deputyId", "=", deputyId)
    .orderBy("x.fromOn", "desc")
    .execute();

export async function placeOfProxy(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await db.selectFrom("directory_proxy").select("principalId").where("id", "=", id).executeTakeFirst();
  return row && placeOfPerson(db, row.principalId);
}
