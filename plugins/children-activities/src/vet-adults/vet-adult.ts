import type { Place } from "@lianxin/plugin-kit";
import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import type { CheckFact } from "../judge-safety/is-vetted.js";
import { law } from "../judge-safety/law.js";
import { isOnePerson } from "../follow-people/is-one-person.js";
import { findHome } from "../keep-homes/home.repository.js";
import { rejudge, rejudgeAdult } from "../keep-safe/rejudge.js";
import { liveSessionsOfAdult } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { isDay, lastOfMonths } from "../tell-time/tell-time.js";
import { adultsOfPerson, findAdult, findCheck } from "./adult.repository.js";

export const adultKinds = ["director", "teacher", "student", "volunteer"] as const;
export interface NewAdult {
  readonly personId: string;
  readonly kind: (typeof adultKinds)[number];
  readonly isWoman: boolean;
  readonly familyGroup?: string | undefined;
  readonly firstAidUntil?: string | undefined;
  readonly trainedOn?: string | undefined;
}
const readDay = (day: string | undefined, field: string): string | null => {
  if (day !== undefined && !isDay(day)) throw errors.dayInvalid({ value: day }, field);
  return day ?? null;
};

/** Writes an adult down who may be asked to be with children; without a check they are never counted. Throws personUnknown, adultKnown, dayInvalid. */
export async function addAdult(ctx: ActivitiesContext, placePath: string, said: NewAdult): Promise<string> {
  const { db, use, newId, clock, audit } = ctx;
  await requireConfirmed(db, placePath);
  const person = await use.directory.findPerson(said.personId);
  if (!person) throw errors.personUnknown({}, "body.personId");
  if ((await adultsOfPerson(db, person.id)).some((one) => one.placePath === placePath)) throw errors.adultKnown({ name: person.fullName }, "body.personId");
  const id = newId();
  const facts = { firstAidUntil: readDay(said.firstAidUntil, "body.firstAidUntil"), trainedOn: readDay(said.trainedOn, "body.trainedOn") };
  const row = {
    id,
    placePath,
    personId: person.id,
    kind: said.kind,
    isWoman: said.isWoman,
    familyGroup: said.familyGroup ?? null,
    ...facts,
    joinedAt: clock.now(),
    leftAt: null,
  };
  await db.insertInto("children_activities_adult").values(row).execute();
  audit("adult.add", id, { personId: person.id, kind: said.kind });
  return id;
}

/** The same for the list of one home: at its place. Throws homeUnknown too. */
export async function addAdultAt(ctx: ActivitiesContext, homeId: string, said: NewAdult): Promise<string> {
  const home = (await findHome(ctx.db, homeId))!;
  if (home.closedOn !== null) throw errors.homeUnknown();
  return addAdult(ctx, home.placePath, said);
}

export type AdultChange = { readonly [K in "kind" | "isWoman" | "familyGroup" | "firstAidUntil" | "trainedOn"]?: NewAdult[K] | undefined } & {
  readonly hasLeft?: boolean | undefined;
};

/** What changed about an adult, or was written down wrong; every session of theirs is judged anew in the same transaction. */
export async function changeAdult(ctx: ActivitiesContext, id: string, said: AdultChange): Promise<void> {
  const { db, clock, audit } = ctx;
  const set = {
    ...(said.kind !== undefined && { kind: said.kind }),
    ...(said.isWoman !== undefined && { isWoman: said.isWoman }),
    ...(said.familyGroup !== undefined && { familyGroup: said.familyGroup || null }),
    ...(said.firstAidUntil !== undefined && { firstAidUntil: readDay(said.firstAidUntil, "body.firstAidUntil") }),
    ...(said.trainedOn !== undefined && { trainedOn: readDay(said.trainedOn, "body.trainedOn") }),
    ...(said.hasLeft && { leftAt: clock.now() }),
  };
  const concerned = await liveSessionsOfAdult(db, [id]);
  if (Object.keys(set).length > 0) await db.updateTable("children_activities_adult").set(set).where("id", "=", id).execute();
  if (said.hasLeft)
    await db
      .updateTable("children_activities_post")
      .set({ state: "cancelled", leftAt: clock.now() })
      .where("adultId", "=", id)
      .where("state", "in", ["planned", "suspended"])
      .execute();
  audit("adult.change", id, { fields: Object.keys(set) });
  for (const session of concerned) await rejudge(ctx, session.id);
}

export interface NewCheck {
  readonly scope: CheckFact["scope"];
  readonly checkedOn: string;
  readonly verdict: CheckFact["verdict"];
  readonly source: string;
}

/** Nobody says of themselves, under whichever of their records, that they may be with children. */
async function mustBeAnothers(ctx: ActivitiesContext, personId: string): Promise<void> {
  if (ctx.actor.personId !== null && (await isOnePerson(ctx, personId, ctx.actor.personId))) throw errors.checkOwn();
}

/** That a record was looked up: it holds a year by law. What was suspended for want of it is on duty again, in the same transaction. */
export async function recordCheck(
  ctx: ActivitiesContext,
  adultId: string,
  { scope, checkedOn, verdict, source }: NewCheck,
): Promise<{ id: string; untilOn: string }> {
  const { db, newId, clock, actor, audit } = ctx;
  if (!isDay(checkedOn)) throw errors.dayInvalid({ value: checkedOn }, "body.checkedOn");
  if (checkedOn > clock.today()) throw errors.dayAhead({ value: checkedOn }, "body.checkedOn");
  const adult = (await findAdult(db, adultId))!;
  await mustBeAnothers(ctx, adult.personId);
  const id = newId();
  const untilOn = lastOfMonths(checkedOn, law.checkMonths.value);
  const row = { id, adultId, scope, checkedOn, untilOn, verdict, source, recordedById: actor.personId, recordedAt: clock.now(), revokedAt: null };
  await db.insertInto("children_activities_record_check").values(row).execute();
  audit("check.record", id, { adultId, scope, verdict });
  await rejudgeAdult(ctx, adultId);
  return { id, untilOn };
}

/** A check that should not have counted. It stays on record, and speaks for or against nobody from now on. Throws checkRevoked, checkOwn. */
export async function revokeCheck(ctx: ActivitiesContext, id: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const check = (await findCheck(db, id))!;
  if (check.revokedAt !== null) throw errors.checkRevoked();
  await mustBeAnothers(ctx, (await findAdult(db, check.adultId))!.personId);
  await db.updateTable("children_activities_record_check").set({ revokedAt: clock.now() }).where("id", "=", id).execute();
  audit("check.revoke", id, { adultId: check.adultId });
  await rejudgeAdult(ctx, check.adultId);
}

export async function placeOfCheck(ctx: ActivitiesContext, id: string): Promise<Place> {
  const check = await findCheck(ctx.db, id);
  const adult = check && (await findAdult(ctx.db, check.adultId));
  if (!adult) throw errors.checkUnknown();
  return { path: adult.placePath };
}
