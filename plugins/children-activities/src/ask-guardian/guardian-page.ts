import { writeLedger } from "@lianxin/documents";
import { errors } from "../errors.js";
import { consentTextOn } from "../judge-safety/consent-texts.js";
import { childIdsOfGuardian, childrenById, findCollector } from "../keep-children/child.repository.js";
import { correctChild, type Correction } from "../keep-children/correct-child.js";
import { eraseChild } from "../keep-children/erase-child.js";
import { endCollector, nameCollector } from "../keep-children/name-collector.js";
import type { SaidCollector } from "../keep-children/register-child.js";
import { openChildren } from "../keep-children/show-children.js";
import { recordAnswer, type NewAnswer } from "../keep-consents/record-consent.js";
import type { ActivitiesContext } from "../plugin.js";
import { requireDoor } from "./door.js";

/** A guardian who opened their page with the code from their phone. */
export interface AtDoor {
  readonly guardianId: string;
  readonly token: string;
}

async function ownChildren(ctx: ActivitiesContext, { guardianId, token }: AtDoor) {
  await requireDoor(ctx, guardianId, token);
  return childrenById(ctx.db, await childIdsOfGuardian(ctx.db, guardianId));
}
async function mustOwn(ctx: ActivitiesContext, at: AtDoor, childId: string): Promise<void> {
  if (!(await ownChildren(ctx, at)).some(({ id }) => id === childId)) throw errors.childUnknown();
}

/** Everything kept of the guardian's children, in the wording to agree to. Other guardians' numbers are theirs. */
export async function showOwn(ctx: ActivitiesContext, at: AtDoor) {
  const children = await openChildren(ctx, await ownChildren(ctx, at), "guardian");
  const text = consentTextOn(ctx.clock.today())!;
  const shown = children.map((child) => ({
    ...child,
    guardians: child.guardians.map((one) => (one.guardianId === at.guardianId ? one : { ...one, phone: `****${one.phone.slice(-4)}` })),
  }));
  return { children: shown, words: text.words, textVersion: text.version, citation: text.citation };
}

const yesNo = (value: boolean): string => (value ? "同意" : "不同意");

/** The same as a sheet to keep: field and value, line by line. */
export async function copyOwn(ctx: ActivitiesContext, at: AtDoor): Promise<Uint8Array> {
  const { children } = await showOwn(ctx, at);
  const told = (key: string) => ctx.text(`children-activities.${key}`, {}, "zh-CN");
  const lines = children.flatMap((child) => [
    ...(["name", "bornIn", "grade", "gridName", "health", "aloneRoute"] as const).map((field) => [child.name, told(`child.${field}`), child[field] ?? ""]),
    [child.name, told("child.isGirl"), told(child.isGirl ? "sex.girl" : "sex.boy")],
    ...child.guardians.map(({ relation, name, phone }) => [child.name, relation, `${name} ${phone}`]),
    ...child.collectors.map(({ relation, name, phone }) => [child.name, `${told("child.collectors")}（${relation}）`, `${name} ${phone ?? ""}`]),
    ...child.consents.map(({ purpose, isGiven }) => [child.name, told(`consent.${purpose}`), yesNo(isGiven)]),
  ]);
  return writeLedger({
    title: told("guardian.copyTitle"),
    organisation: (await ctx.use.directory.community())?.name ?? "",
    filledBy: "",
    date: ctx.clock.today(),
    columns: ["name", "field", "value"].map((column) => ({ header: told(`guardian.copy.${column}`), kind: "text" as const })),
    rows: lines,
    stamp: ctx.clock.now(),
  });
}

export async function answerOwn(ctx: ActivitiesContext, at: AtDoor, childId: string, said: Pick<NewAnswer, "purpose" | "isYes">): Promise<void> {
  await mustOwn(ctx, at, childId);
  await recordAnswer(ctx, childId, { ...said, guardianId: at.guardianId, via: "page" });
}
export async function correctOwn(ctx: ActivitiesContext, at: AtDoor, childId: string, said: Correction): Promise<void> {
  await mustOwn(ctx, at, childId);
  await correctChild(ctx, childId, said);
}
export async function eraseOwn(ctx: ActivitiesContext, at: AtDoor, childId: string): Promise<void> {
  await mustOwn(ctx, at, childId);
  await eraseChild(ctx, childId);
}
export async function nameOwnCollector(ctx: ActivitiesContext, at: AtDoor, childId: string, said: SaidCollector): Promise<string> {
  await mustOwn(ctx, at, childId);
  return nameCollector(ctx, childId, said, at.guardianId);
}
export async function endOwnCollector(ctx: ActivitiesContext, at: AtDoor, collectorId: string): Promise<void> {
  const collector = await findCollector(ctx.db, collectorId);
  if (!collector) throw errors.collectorUnknown();
  await mustOwn(ctx, at, collector.childId);
  await endCollector(ctx, collectorId);
}
