import type { Classified } from "@lianxin/plugin-kit";
import { ownCorrection } from "../ask-guardian/note-own.js";
import { groupBy } from "../group-by.js";
import { consentPurposes, consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { ownAnswers } from "../keep-consents/own-answers.js";
import { activitiesOf, limitedAnswers } from "../keep-consents/limited-answers.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { consentsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { childrenOfHome, collectorsOf, kinOfChildren, type ChildRow } from "./child.repository.js";
import { takesTexts } from "./read-values.js";

/**
 * Everything kept of some children, and whatever else is asked for with it, opened for a purpose that the access log names: one opening however much it is. O(children).
 */
export async function openChildren(
  ctx: ActivitiesContext,
  children: readonly ChildRow[],
  purpose: "keep" | "guardian",
  also: readonly Classified<string>[] = [],
) {
  const { db, clock, disclose } = ctx;
  const ids = children.map(({ id }) => id);
  const homeIds = [...new Set(children.map(({ homeId }) => homeId))];
  const [kin, collectors, consents, activities] = await Promise.all([
    kinOfChildren(db, ids),
    collectorsOf(db, ids),
    consentsOf(db, ids),
    activitiesOf(db, homeIds, clock.today()),
  ]);
  const sealed = [
    ...children.flatMap(({ name, bornIn, health, aloneRoute }) => [name, bornIn, health, aloneRoute]),
    ...kin.flatMap(({ name, phone }) => [name, phone]),
    ...collectors.flatMap(({ name, phone }) => [name, phone]),
    ...also,
  ];
  const opened = (
    await disclose(
      sealed.filter((value) => value !== null),
      purpose,
    )
  ).values();
  const next = (value: unknown): string | null => (value === null ? null : (opened.next().value ?? ""));
  const shown = children.map((row) => ({ row, name: next(row.name)!, bornIn: next(row.bornIn)!, health: next(row.health), aloneRoute: next(row.aloneRoute) }));
  const shownKin = groupBy(
    kin.map(({ name, phone, ...one }) => ({ ...one, name: next(name)!, phone: next(phone)! })),
    ({ childId }) => childId,
  );
  const shownCollectors = groupBy(
    collectors.map(({ name, phone, ...one }) => ({ ...one, name: next(name)!, phone: next(phone) })),
    ({ childId }) => childId,
  );
  const others = also.map((value) => next(value)!);
  const said = groupBy(consents, ({ childId }) => childId);
  const saidBy = groupBy(
    consents as unknown as readonly (ConsentFact & { readonly childId: string })[],
    ({ childId, guardianId }) => `${childId} ${guardianId}`,
  );
  const moment = { today: clock.today(), now: clock.now() };
  const question = { programmeId: "", on: clock.today(), now: clock.now() };
  const corrections = new Map(children.map((row) => [row.id, ownCorrection(ctx, row)]));
  const all = shown.map(({ row: { id, homeId, isGirl, ageBand, grade, gridName, version, eraseAskedAt }, ...values }) => ({
    ...{ id, isGirl, ageBand, grade, gridName, version, eraseAskedAt, ...values },
    corrected: corrections.get(id)!,
    guardians: (shownKin.get(id) ?? []).map(({ guardianId, relation, name, phone }) => ({
      guardianId,
      relation,
      name,
      phone,
      getsTexts: ctx.canSend("sms") && takesTexts(phone),
      answers: ownAnswers(saidBy.get(`${id} ${guardianId}`) ?? [], moment, consentTexts),
    })),
    collectors: (shownCollectors.get(id) ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      phone: one.phone,
      relation: one.relation,
      isOneOff: one.sessionId !== null,
      namedById: one.namedById,
    })),
    activities: (activities.get(homeId) ?? []).map(({ id: programmeId, title }) => ({ id: programmeId, title })),
    limits: limitedAnswers(said.get(id) ?? [], new Map((activities.get(homeId) ?? []).map((one) => [one.id, one.title])), ctx),
    consents: consentPurposes.map((purposeOf) => ({
      purpose: purposeOf,
      isGiven: hasConsent((said.get(id) ?? []) as unknown as ConsentFact[], { ...question, purpose: purposeOf }, consentTexts),
    })),
  }));
  return { children: all, others };
}

/** The children of a home, for its director alone. */
export async function showChildren(ctx: ActivitiesContext, homeId: string) {
  await mustDirect(ctx, homeId);
  return (await openChildren(ctx, await childrenOfHome(ctx.db, homeId), "keep")).children;
}
