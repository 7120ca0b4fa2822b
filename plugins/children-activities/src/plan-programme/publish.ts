import { isOnePerson } from "../follow-people/is-one-person.js";
import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import { asksFewer } from "../judge-safety/strictest.js";
import { findHome } from "../keep-homes/home.repository.js";
import { broken } from "../keep-safe/tell-broken.js";
import { policyOf } from "../keep-safe/read-facts.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { findProgramme, type ProgrammeRow } from "../keep-safe/session.repository.js";
import { sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { tellSigners } from "./await-signature.js";
import { lockDates } from "./lock-dates.js";
import { tellMoved } from "./tell-moved.js";
import type { Told } from "./write-letters.js";

export const signKinds = ["director", "community"] as const;
export type SignKind = (typeof signKinds)[number];

export const signaturesOf = (db: ActivitiesDb, { id, version }: Pick<ProgrammeRow, "id" | "version">) =>
  db
    .selectFrom("children_activities_sign_off")
    .select(["kind", "personId", "account", "at"])
    .where("programmeId", "=", id)
    .where("planVersion", "=", version)
    .execute();

/** What a plan must say before anybody signs it. */
export const gapsOf = (programme: ProgrammeRow): ("emergencyPlan" | "insurance" | "modeNote")[] => [
  ...(programme.emergencyPlan?.trim() ? [] : ["emergencyPlan" as const]),
  ...(programme.insurance?.trim() ? [] : ["insurance" as const]),
  ...(needsNote(programme) && !programme.modeNote?.trim() ? ["modeNote" as const] : []),
];

/** Counting so that fewer adults do than the strictest way asks for is a choice that says why. */
const needsNote = (programme: ProgrammeRow): boolean => asksFewer(programme.expected, policyOf(programme, programme.fromOn), programme.fromOn);

/** Names all that is missing at once. Throws planIncomplete. */
function mustBeWhole({ text }: ActivitiesContext, programme: ProgrammeRow): void {
  const gaps = gapsOf(programme).map((gap) => text(`children-activities.plan.${gap}`));
  if (gaps.length > 0) throw errors.planIncomplete({ field: gaps.join("、") });
}

/**
 * One of the two signatures under a plan as it stands: the home's children's director, and somebody who signs for the community; never one person for both.
 * Throws planIncomplete, directorOnly, signedTwice, signedAlready.
 */
export async function signPlan(ctx: ActivitiesContext, programmeId: string, kind: SignKind): Promise<void> {
  const { db, actor, clock, newId, audit } = ctx;
  const programme = (await findProgramme(db, programmeId))!;
  if (actor.personId === null) throw errors.personNeeded();
  mustBeWhole(ctx, programme);
  if (kind === "director" && (await findHome(db, programme.homeId))?.directorId !== actor.personId) throw errors.directorOnly();
  const signed = await signaturesOf(db, programme);
  if (signed.some((one) => one.kind === kind)) throw errors.signedAlready();
  for (const { personId, account } of signed) if (account === actor.accountId || (await isOnePerson(ctx, personId, actor.personId))) throw errors.signedTwice();
  const row = { id: newId(), programmeId, kind, planVersion: programme.version, personId: actor.personId, account: actor.accountId, at: clock.now() };
  await db.insertInto("children_activities_sign_off").values(row).execute();
  audit("programme.sign", programmeId, { kind, planVersion: programme.version });
  if (kind === "director") await tellSigners(ctx, programmeId);
}

/** With who was told of other hours and who has to be rung up. */
export interface Published extends Told {
  readonly published: number;
  readonly blocked: { readonly sessionId: string; readonly heldOn: string; readonly violations: ReturnType<typeof broken> }[];
}

/**
 * Publishes each date of a plan that both signed and that is safe as planned; the others are named with what is wrong and stay planned. Who was told other hours before is told the new ones. Throws planIncomplete,
 * signatureMissing, notConfirmed.
 */
export async function publishProgramme(ctx: ActivitiesContext, programmeId: string): Promise<Published> {
  const { db, audit, clock } = ctx;
  // Nobody changes the plan or calls a date off from here on: what was signed and safe is what is published.
  const sessions = await lockDates(ctx, programmeId);
  const programme = (await findProgramme(db, programmeId))!;
  await requireConfirmed(db, programme.placePath);
  mustBeWhole(ctx, programme);
  const signed = (await signaturesOf(db, programme)).map(({ kind }) => kind);
  const missing = signKinds.find((kind) => !signed.includes(kind));
  if (missing) throw errors.signatureMissing({ who: ctx.text(`children-activities.sign.${missing}`) });
  const ahead = sessions.filter(({ endsAt }) => endsAt > clock.now());
  const waiting = ahead.filter(({ state }) => (sessionMoves.publish.from as readonly string[]).includes(state));
  const judged = [];
  for (const session of waiting) judged.push({ session, violations: broken((await rejudge(ctx, session.id)).violations) });
  const safe = judged.filter(({ violations }) => violations.length === 0).map(({ session }) => session);
  const published = { state: sessionMoves.publish.to, wasPublished: true, saidStartsAt: null, saidEndsAt: null };
  for (const { id } of safe) await db.updateTable("children_activities_session").set(published).where("id", "=", id).execute();
  const told = await tellMoved(ctx, programme, safe);
  audit("programme.publish", programmeId, { published: safe.length, blocked: waiting.length - safe.length, told: told.told, toCall: told.toCall });
  const blocked = judged
    .filter(({ violations }) => violations.length > 0)
    .map(({ session, violations }) => ({ sessionId: session.id, heldOn: session.heldOn, violations }));
  return { published: safe.length, ...told, blocked };
}
