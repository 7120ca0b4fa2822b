import { within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { asPack, findOwn, findRoot, findRules } from "../keep-rules/find-rules.js";
import type { Numbers, RulePack } from "../keep-rules/rule-pack.js";
import { isInForce, shippedPacks } from "../keep-rules/shipped-packs.js";
import type { MeetingsContext } from "../plugin.js";
import type { BodyRow } from "../set-up-body/body.repository.js";
import { isDay } from "../tell-time/tell-time.js";
import { findWeaker, findWrongShare } from "./find-weaker.js";

export interface NewCopy {
  readonly placeId: string;
  readonly copyOf: string;
  readonly name: string;
  readonly fromOn: string;
  readonly adoptedBy: string;
  readonly numbers: Numbers;
}

function checkDay({ clock }: MeetingsContext, day: string): void {
  if (!isDay(day)) throw errors.dayUnknown({ day }, "body.fromOn");
  if (day < clock.today()) throw errors.rulesBackdated({ day }, "body.fromOn");
}

async function getSource({ db }: MeetingsContext, packId: string, day: string): Promise<{ source: RulePack; law: RulePack }> {
  const [source, law] = [await findRules(db, packId, day), await findRoot(db, packId, day)];
  if (!source || !law) throw errors.packUnknown({}, "body.copyOf");
  return { source, law };
}

/** A community's own dated copy of a pack; throws packUnknown, rulesBackdated, shareWrong, belowLaw. No body meets under it until it takes it up. */
export async function copyPack(ctx: MeetingsContext, { numbers, ...copy }: NewCopy): Promise<string> {
  const { db, newId, clock, actor, use, audit, text } = ctx;
  checkDay(ctx, copy.fromOn);
  const place = await use.directory.findPlace(copy.placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  const { law } = await getSource(ctx, copy.copyOf, copy.fromOn);
  const wrong = findWrongShare(numbers);
  if (wrong) throw errors.shareWrong({}, `body.${wrong}`);
  const weaker = findWeaker(law, numbers);
  if (weaker)
    throw errors.belowLaw({ what: text(`meetings.rules.${weaker}`), law: [law.citation.law, ...law.citation.articles].join("") }, `body.numbers.${weaker}`);
  const id = newId();
  const words = { copyOf: copy.copyOf, name: copy.name.trim(), adoptedBy: copy.adoptedBy.trim(), effectiveFrom: copy.fromOn };
  await db
    .insertInto("meetings_own_pack")
    .values({ id, placePath: place.path, placeId: place.id, ...words, numbers, createdById: actor.personId, createdAt: clock.now() })
    .execute();
  audit("copyPack", id, { copyOf: copy.copyOf, fromOn: copy.fromOn });
  return id;
}

/** A body meets under other rules from a day on; what was decided before stays judged by what held then. Throws packUnknown, rulesBackdated. */
export async function takeUpRules(
  ctx: MeetingsContext,
  body: BodyRow,
  { packId, fromOn }: { readonly packId: string; readonly fromOn: string },
): Promise<void> {
  const { db, newId, actor, audit } = ctx;
  checkDay(ctx, fromOn);
  const own = await findOwn(db, packId);
  if (own && !body.placePath.startsWith(own.placePath)) throw errors.packUnknown({}, "body.packId");
  if (!(await findRules(db, packId, fromOn))) throw errors.packUnknown({}, "body.packId");
  await db.insertInto("meetings_body_pack").values({ id: newId(), bodyId: body.id, packId, fromOn, byId: actor.personId }).execute();
  audit("takeUpRules", body.id, { packId, fromOn });
}

/** Every pack there is: the shipped ones, then the copies at the reader's places, latest first. */
export async function listPacks({ db, clock }: MeetingsContext, scope: Scope): Promise<{ pack: RulePack; copyOf: string | null; isInForce: boolean }[]> {
  const rows = await within(db, scope, "meetings_own_pack").selectAll().orderBy("id", "desc").limit(200).execute();
  const own: { pack: RulePack; copyOf: string }[] = [];
  for (const row of rows) {
    const source = await findRules(db, row.copyOf, row.effectiveFrom);
    if (source) own.push({ pack: asPack(source, row), copyOf: row.copyOf });
  }
  return [...own, ...shippedPacks.map((pack) => ({ pack, copyOf: null }))].map((one) => ({ ...one, isInForce: isInForce(one.pack, clock.today()) }));
}
