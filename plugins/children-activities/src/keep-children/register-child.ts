import { errors } from "../errors.js";
import { requireConfirmed } from "../confirm-duties/duties.js";
import { findHome, type HomeRow } from "../keep-homes/home.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { childIdsOfGuardian, childrenById } from "./child.repository.js";
import { findOrAddGuardian, type SaidGuardian } from "./find-guardian.js";
import { mustConsent, writeAnswers, type Signed } from "./signed-answers.js";
import { readAlone, readBorn, readName, readPhone } from "./read-values.js";

export interface SaidCollector {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly relation: string;
}
/** A child as a signed consent sheet gives it: nothing is taken that the sheet does not cover. */
export interface NewChild extends Signed {
  readonly name: string;
  readonly bornIn: string;
  readonly isGirl: boolean;
  readonly grade?: string | undefined;
  readonly gridName?: string | undefined;
  readonly health?: string | undefined;
  readonly aloneRoute?: string | undefined;
  readonly guardian: SaidGuardian;
  readonly collectors: readonly SaidCollector[];
}

/** A closed home takes no child; of those who are kept the director still sees and erases everything. Throws homeClosed. */
export async function mustTakeChildren({ db }: ActivitiesContext, homeId: string): Promise<HomeRow> {
  const home = (await findHome(db, homeId))!;
  if (home.closedOn !== null) throw errors.homeClosed({ day: home.closedOn });
  return home;
}

async function mustBeNew(ctx: ActivitiesContext, guardianId: string, name: string): Promise<void> {
  const children = await childrenById(ctx.db, await childIdsOfGuardian(ctx.db, guardianId));
  const names = await ctx.disclose(
    children.map((row) => row.name),
    "same",
  );
  if (names.includes(name)) throw errors.childKnown({}, "body.name");
}

/** Checks everything before anything is written, so that a refused row of a file leaves nothing behind. */
function readChild(said: NewChild, today: string) {
  mustConsent(said, today, said.health);
  const name = readName(said.name, "body.name");
  const { bornIn, band, age } = readBorn(said.bornIn, today, "body.bornIn");
  const aloneRoute = readAlone(said.aloneRoute, age, "body.aloneRoute");
  const collectors = said.collectors.map((one) => ({
    name: readName(one.name, "body.collectors"),
    phone: one.phone ? readPhone(one.phone, "body.collectors") : null,
    relation: one.relation,
  }));
  readName(said.guardian.name, "body.guardian.name");
  readPhone(said.guardian.phone, "body.guardian.phone");
  return { name, bornIn, ageBand: band, aloneRoute, collectors, health: said.health?.trim() || null };
}

/**
 * The only way in which a child's data are written: by the home's director, from a guardian's signed consent whose row is written first, and without which the
 * database refuses the child's. Throws notConfirmed, directorOnly, homeClosed, consentNeeded, childKnown and what is odd.
 */
export async function registerChild(ctx: ActivitiesContext, homeId: string, said: NewChild): Promise<string> {
  await mustDirect(ctx, homeId);
  const home = await mustTakeChildren(ctx, homeId);
  await requireConfirmed(ctx.db, home.placePath);
  const { collectors, ...values } = readChild(said, ctx.clock.today());
  const guardianId = await findOrAddGuardian(ctx, home.placePath, said.guardian);
  await mustBeNew(ctx, guardianId, values.name);
  const childId = await writeChild(ctx, home, guardianId, said, values);
  const rows = collectors.map((one) => ({
    id: ctx.newId(),
    childId,
    ...one,
    sessionId: null,
    namedById: guardianId,
    createdAt: ctx.clock.now(),
    endedAt: null,
    confirmedAt: null,
  }));
  if (rows.length > 0) await ctx.db.insertInto("children_activities_collector").values(rows).execute();
  ctx.audit("child.register", childId, { homeId, via: said.via, textVersion: said.textVersion });
  return childId;
}

async function writeChild(
  ctx: ActivitiesContext,
  home: HomeRow,
  guardianId: string,
  said: NewChild,
  values: Omit<ReturnType<typeof readChild>, "collectors">,
): Promise<string> {
  const { db, newId, clock } = ctx;
  const childId = newId();
  const consents = await writeAnswers(ctx, childId, guardianId, said);
  const { isGirl, grade = null, gridName = null } = said;
  const facts = {
    isGirl,
    grade,
    gridName,
    dataConsentId: consents.data,
    createdAt: clock.now(),
    deletedAt: null,
    eraseAskedAt: null,
    eraseAskedBy: null,
    version: 1,
  };
  await db
    .insertInto("children_activities_child")
    .values({ id: childId, placePath: home.placePath, homeId: home.id, ...values, ...facts })
    .execute();
  await db.insertInto("children_activities_kin").values({ id: newId(), childId, guardianId, relation: said.guardian.relation }).execute();
  return childId;
}
