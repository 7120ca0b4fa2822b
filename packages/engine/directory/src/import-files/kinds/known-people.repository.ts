import { everywhere } from "@lianxin/plugin-kit";
import type { DirectoryContext } from "../../plugin.js";

export interface KnownRole {
  readonly kind: string;
  readonly placeId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
}
/** A person already there, with what a line is compared with; phones by their keyed hash. */
export interface KnownPerson {
  readonly id: string;
  readonly nameKey: string;
  readonly distinction: string | null;
  readonly placeId: string;
  readonly placePath: string;
  readonly homePath: string;
  readonly birthYear: number | null;
  readonly sex: string | null;
  readonly version: number;
  readonly channels: readonly { readonly kind: string; readonly index: string }[];
  readonly roles: readonly KnownRole[];
  readonly aliases: readonly string[];
}

const slice = 500;
async function inSlices<T>(keys: readonly string[], load: (part: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (let i = 0; i < keys.length; i += slice) rows.push(...(await load(keys.slice(i, i + slice))));
  return rows;
}

/** Everybody below a path who bears one of these names, by the key of the name. Four queries for 500 names. */
export async function findKnownPeople({ db }: DirectoryContext, path: string, nameKeys: readonly string[]): Promise<Map<string, KnownPerson[]>> {
  const people = await inSlices([...new Set(nameKeys)], (part) =>
    everywhere(db, "directory_person", "a file's lines are matched with people already there")
      .select(["id", "nameKey", "distinction", "placeId", "placePath", "homePath", "birthYear", "sex", "version"])
      .where("nameKey", "in", part)
      .where("placePath", ">=", path)
      .where("placePath", "<", `${path}\uffff`)
      .where("removedAt", "is", null)
      .where("mergedIntoId", "is", null)
      .execute(),
  );
  const ids = people.map((p) => p.id);
  const channels = await inSlices(ids, (part) =>
    db.selectFrom("directory_channel").select(["personId", "kind", "addressIndex"]).where("personId", "in", part).execute(),
  );
  const why = "roles of people a file names";
  const roles = await inSlices(ids, (part) =>
    everywhere(db, "directory_role", why).select(["personId", "kind", "placeId", "fromOn", "toOn"]).where("personId", "in", part).execute(),
  );
  const aliases = await inSlices(ids, (part) => db.selectFrom("directory_alias").select(["personId", "nameKey"]).where("personId", "in", part).execute());
  const [channelsOf, rolesOf, aliasesOf] = [grouped(channels), grouped(roles), grouped(aliases)];
  const known = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const full = {
      ...person,
      channels: (channelsOf.get(person.id) ?? []).map((c) => ({ kind: c.kind, index: c.addressIndex ?? "" })),
      roles: rolesOf.get(person.id) ?? [],
      aliases: (aliasesOf.get(person.id) ?? []).map((a) => a.nameKey),
    };
    known.set(person.nameKey, [...(known.get(person.nameKey) ?? []), full]);
  }
  return known;
}

function grouped<T extends { readonly personId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
}
