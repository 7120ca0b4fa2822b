import { errors } from "../errors.js";
import { ageOn, bandOf, grown } from "../judge-safety/age-bands.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { consentsOf, liveSessionsOfChild } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { findChild } from "./child.repository.js";
import { mustBeAgreed } from "./must-be-agreed.js";
import { readAlone, readBorn, readName } from "./read-values.js";

/** What may be put right; an empty text takes a value out. */
export interface Correction {
  readonly name?: string | undefined;
  readonly bornIn?: string | undefined;
  readonly isGirl?: boolean | undefined;
  readonly grade?: string | undefined;
  readonly gridName?: string | undefined;
  readonly health?: string | undefined;
  readonly aloneRoute?: string | undefined;
}

/** Puts a child's data right, as its guardian asks. Throws childUnknown, consentMissing, healthNeedsConsent and what is odd. */
export async function correctChild(ctx: ActivitiesContext, childId: string, said: Correction): Promise<void> {
  const { db, clock, disclose, audit } = ctx;
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  await mustBeAgreed(ctx, childId);
  const [kept] = await disclose([child.bornIn], "age");
  // Who is too old by now still has the rest put right.
  const { bornIn, band, age } =
    said.bornIn === undefined
      ? { bornIn: kept!, band: bandNow(kept!, clock.today()), age: ageOn(kept!, clock.today()) }
      : readBorn(said.bornIn, clock.today(), "body.bornIn");
  if (said.health?.trim()) {
    const said = (await consentsOf(db, [childId])) as unknown as ConsentFact[];
    if (!hasConsent(said, { purpose: "health", programmeId: "", on: clock.today(), now: clock.now() }, consentTexts))
      throw errors.healthNeedsConsent({}, "body.health");
  }
  const set = {
    ...(said.name !== undefined && { name: readName(said.name, "body.name") }),
    ...(said.bornIn !== undefined && { bornIn, ageBand: band }),
    ...(said.isGirl !== undefined && { isGirl: said.isGirl }),
    ...(said.grade !== undefined && { grade: said.grade.trim() || null }),
    ...(said.gridName !== undefined && { gridName: said.gridName.trim() || null }),
    ...(said.health !== undefined && { health: said.health.trim() || null }),
    ...(said.aloneRoute !== undefined && { aloneRoute: readAlone(said.aloneRoute, age, "body.aloneRoute") }),
    version: child.version + 1,
  };
  await db.updateTable("children_activities_child").set(set).where("id", "=", childId).execute();
  await tellSessions(ctx, childId, { ...(band !== grown && { ageBand: band }), isGirl: said.isGirl ?? child.isGirl });
  audit("child.correct", childId, { fields: Object.keys(set).filter((name) => name !== "version") });
}

/** Where the child is still expected or there, it counts as what it is now; those sessions are judged anew. */
async function tellSessions(ctx: ActivitiesContext, childId: string, now: { readonly ageBand?: string; readonly isGirl?: boolean }): Promise<void> {
  for (const { id } of await liveSessionsOfChild(ctx.db, childId)) {
    await ctx.db
      .updateTable("children_activities_attendance")
      .set(now)
      .where("sessionId", "=", id)
      .where("childId", "=", childId)
      .where("state", "in", ["enrolled", "present"])
      .execute();
    await rejudge(ctx, id);
  }
}

/** On the first of each month: who grew into another band. Nothing but the band is written. */
export async function renewBands(
  ctx: ActivitiesContext,
  children: readonly { readonly id: string; readonly bornIn: Parameters<ActivitiesContext["disclose"]>[0][number]; readonly ageBand: string }[],
): Promise<number> {
  const born = await ctx.disclose(
    children.map(({ bornIn }) => bornIn),
    "age",
  );
  let changed = 0;
  for (const [i, { id, ageBand }] of children.entries()) {
    const band = bandNow(born[i]!, ctx.clock.today());
    if (band === ageBand) continue;
    await ctx.db.updateTable("children_activities_child").set({ ageBand: band }).where("id", "=", id).execute();
    // Who grew out of all bands finishes what they were enrolled for among the oldest.
    if (band !== grown) await tellSessions(ctx, id, { ageBand: band });
    changed++;
  }
  return changed;
}

const bandNow = (bornIn: string, today: string) => bandOf(ageOn(bornIn, today)) ?? grown;
