import { byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { hasRefused } from "../keep-consents/refused-scopes.js";
import { placeNowOf } from "../keep-people/people.repository.js";
import { findNext, needMoves, needStateOf, type NeedState } from "../keep-state/states.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { healthKinds } from "../words.js";

export const needCategories = ["medical", "repair", "supplies", "policy", "company", "dispute", "safety", "other"] as const;
export const ratings = ["good", "fair", "poor"] as const;

export interface NeedSaid {
  readonly category: (typeof needCategories)[number];
  /** In the elder's words; sealed, never in a matter's title. */
  readonly words?: string | undefined;
  /** Settled there and then, or a matter of the community with an owner and a close-out. */
  readonly action: "on_spot" | "matter";
  /** The elder agreed that whoever deals with the matter reads these words and what kind of help it is. */
  readonly mayTell?: boolean | undefined;
}

/**
 * Begins a need on the day it was said. Who it is about stays here: a matter is named by the kind, of health by none, and has the elder's words only where they agreed to that; it is handed to somebody directly, as it is no
 * council's business. Of who took back the consent to notes on health a need of health is kept without kind and words. Throws what matters refuse.
 */
export async function raiseNeed(
  ctx: ElderPairingContext,
  elder: { readonly id: string; readonly placePath: string; readonly placeId: string },
  visitId: string | null,
  { category, words, action, mayTell = false }: NeedSaid,
  saidOn: string,
): Promise<string> {
  const { db, newId, use, text, audit } = ctx;
  const id = newId();
  const isUnsaid = healthKinds.has(category) && (await hasRefused(db, elder.id, "health"));
  const word = healthKinds.has(category) && (!mayTell || isUnsaid) ? "elder-pairing.need.closedKind" : (`elder-pairing.word.need.${category}` as const);
  const title = text("elder-pairing.need.matter", { category: text(word, {}, "zh-CN") }, "zh-CN");
  const told = mayTell && words && !isUnsaid ? { detail: words } : {};
  const matter = action === "matter" ? await use.matters.raise({ title, ...told, placeId: elder.placeId, isPersonal: true }) : undefined;
  await db
    .insertInto("elder_pairing_need")
    .values({
      ...{ id, placePath: elder.placePath, elderId: elder.id, visitId, kind: isUnsaid ? null : category, words: isUnsaid ? null : words || null, action },
      ...{ matterId: matter?.id ?? null, matterNumber: matter?.number ?? null, openedOn: saidOn, rating: null, ratedVia: null },
      closedOn: action === "on_spot" ? saidOn : null,
    })
    .execute();
  audit("need", elder.id, { needId: id, action, mayTell });
  return id;
}

export const findNeed = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_need", id).selectAll().executeTakeFirst();
export type NeedRow = NonNullable<Awaited<ReturnType<typeof findNeed>>>;
export async function getNeed({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<NeedRow> {
  const row = await findNeed(db, id);
  if (!row) throw errors.needUnknown({}, "params.needId");
  return row;
}

/**
 * A matter that is over settles the needs it came from, also those whose matter was merged into it or split into parts of which it was the last. What was
 * returned or withdrawn settles nothing: such a need is settled by hand.
 */
export async function closeNeedsOf({ db, clock, use }: ElderPairingContext, matterId: string): Promise<void> {
  for (const { outcome, ids } of await use.matters.overWith(matterId))
    if (outcome === "resolved" && ids.length > 0)
      await db
        .updateTable("elder_pairing_need")
        .set({ closedOn: clock.today() })
        .where("matterId", "in", [...ids])
        .where("closedOn", "is", null)
        .execute();
}

/** May a need be settled by hand: no matter carries it, a poor rating reopened it, or its matter is over. */
export async function mayClose({ use }: Pick<ElderPairingContext, "use">, row: NeedRow): Promise<boolean> {
  if (row.closedOn !== null) return false;
  if (findNext<NeedState>(needMoves.settle, needStateOf(row)) !== undefined) return true;
  return (await use.matters.outcomeOf(row.matterId!)) !== "underway";
}

/** What the elder says of how it was settled; a poor one opens a need that was settled on the spot again. Throws needOpen. */
export async function rateNeed({ db, audit }: ElderPairingContext, row: NeedRow, rating: (typeof ratings)[number], via: "self" | "telephone"): Promise<void> {
  const next = findNext<NeedState>(rating === "poor" ? needMoves.ratePoorly : needMoves.rateWell, needStateOf(row));
  if (next === undefined) throw errors.needOpen();
  const standing = next === "reopened" ? { closedOn: null, placePath: await placeNowOf(db, row) } : {};
  await db
    .updateTable("elder_pairing_need")
    .set({ rating, ratedVia: via, ...standing })
    .where("id", "=", row.id)
    .execute();
  audit("need.rate", row.id, { rating, via });
}

/** Settles a need by hand; one that is settled stays so. Throws needHasMatter while its matter is under way. */
export async function closeNeed(ctx: ElderPairingContext, row: NeedRow): Promise<void> {
  if (row.closedOn === null && !(await mayClose(ctx, row))) throw errors.needHasMatter({ number: row.matterNumber! });
  await ctx.db
    .updateTable("elder_pairing_need")
    .set({ closedOn: row.closedOn ?? ctx.clock.today() })
    .where("id", "=", row.id)
    .execute();
  ctx.audit("need.close", row.id);
}

/** A need as it is shown. */
export type ToldNeed = Omit<NeedRow, "kind" | "words"> & { readonly category: string; readonly words: string | null };

/**
 * Needs with kind and words, opened in one reading and logged; for whoever may not know them with neither, and without the matter, which may be named by the kind.
 */
export async function openNeeds<R extends Pick<NeedRow, "kind" | "words" | "matterId" | "matterNumber">>(
  { disclose }: Pick<ElderPairingContext, "disclose">,
  rows: readonly R[],
  mayOpen: boolean,
  purpose: "visit" | "hand" | "erasing" = "visit",
): Promise<(Omit<R, "kind" | "words"> & Pick<ToldNeed, "category" | "words">)[]> {
  if (!mayOpen) return rows.map((row) => ({ ...row, kind: null, category: "", words: null, matterId: null, matterNumber: null }));
  const sealed = rows.flatMap(({ kind, words }) => [kind, words]);
  const opened = await disclose(
    sealed.filter((value) => value !== null),
    purpose,
  );
  let next = 0;
  const texts = sealed.map((value) => (value === null ? "" : opened[next++]!));
  return rows.map((row, i) => ({ ...row, kind: null, category: texts[2 * i]!, words: texts[2 * i + 1]! || null }));
}

export const needsOf = (db: ElderPairingDb, elderId: string) =>
  everywhere(db, "elder_pairing_need", "one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elderId)
    .orderBy("openedOn", "desc")
    .orderBy("id")
    .execute();
