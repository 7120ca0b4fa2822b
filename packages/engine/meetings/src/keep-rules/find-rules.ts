import { byId } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";
import type { RulePack } from "./rule-pack.js";
import { followPack, shippedPacks } from "./shipped-packs.js";

export const findOwn = (db: MeetingsDb, id: string) => byId(db, "meetings_own_pack", id).selectAll().executeTakeFirst();
export type OwnPackRow = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/** A copy as a pack: the numbers are the community's, everything else is its source's. */
export const asPack = (source: RulePack, { id, name, numbers, effectiveFrom, adoptedBy }: OwnPackRow): RulePack => ({
  ...source,
  ...numbers,
  ...{ id, name: { zh: name, en: name }, effective: { from: effectiveFrom, to: null }, replacedBy: null, verified: "local" },
  citation: { law: adoptedBy, articles: [], textVersion: effectiveFrom },
  remark: source.isLaw ? { zh: `依${source.citation.law}另定`, en: `Set by the community under ${source.citation.law}` } : null,
});

/** The pack that holds for an id on a day, a community's copy included; before a copy's first day what it was copied from. A query for each copy in the line. */
export async function findRules(db: MeetingsDb, packId: string, day: string): Promise<RulePack | undefined> {
  const own = await findOwn(db, packId);
  if (!own) return followPack(shippedPacks, packId, day);
  const source = await findRules(db, own.copyOf, day);
  return source && day >= own.effectiveFrom ? asPack(source, own) : source;
}

/** The rules a body meets under on a day: the last it took up by then, or those it was set up with. */
export async function findRulesOf(db: MeetingsDb, body: { readonly id: string; readonly packId: string }, day: string): Promise<RulePack | undefined> {
  const taken = await db
    .selectFrom("meetings_body_pack")
    .select("packId")
    .where("bodyId", "=", body.id)
    .where("fromOn", "<=", day)
    .orderBy("fromOn", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return findRules(db, taken?.packId ?? body.packId, day);
}

/** The shipped pack at the end of a line of copies: the law a copy may not ask less than. */
export async function findRoot(db: MeetingsDb, packId: string, day: string): Promise<RulePack | undefined> {
  const own = await findOwn(db, packId);
  return own ? findRoot(db, own.copyOf, day) : followPack(shippedPacks, packId, day);
}
