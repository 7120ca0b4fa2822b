import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter, type MoveNote } from "../keep-state/move-matter.js";
import { isLive } from "../keep-state/referral-state.js";
import type { MattersContext } from "../plugin.js";
import { nameUnits } from "./name-units.js";
import { referralsOf, type ReferralRow } from "./referral.repository.js";
import { tellUnit } from "./tell-unit.js";

/** Where a matter is sent: an organisation of the directory, or a unit by its name; an office (科室) in it. */
export interface Unit {
  /** Somebody of the directory, in place of a unit. */
  readonly personId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly unitName?: string | undefined;
  readonly office?: string | undefined;
  readonly isLead: boolean;
}
export interface NewReferral {
  readonly units: readonly Unit[];
  readonly note?: string | undefined;
}
interface Addressed {
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly office: string | null;
  readonly isLead: boolean;
}

async function addressOf({ use }: MattersContext, { personId, unitId, unitName, office, isLead }: Unit, index: number): Promise<Addressed> {
  const person = personId ? await use.directory.findPerson(personId) : undefined;
  const organization = unitId ? await use.directory.findOrganization(unitId) : undefined;
  const name = person?.fullName ?? organization?.name ?? unitName?.trim();
  if (!name || (unitId && !organization) || (personId && !person)) throw errors.unitUnknown({}, `body.units.${index}`);
  return { personId: person?.id ?? null, unitId: organization?.id ?? null, unitName: name, office: office?.trim() || null, isLead };
}

type Sent = Pick<Addressed, "unitId" | "unitName" | "personId">;
const isSameUnit = (a: Sent, b: Sent): boolean =>
  a.personId !== null ? a.personId === b.personId : a.unitId !== null ? a.unitId === b.unitId : b.personId === null && a.unitName === b.unitName;

/** One unit answers for it, the others help: among those who have it there is exactly one lead. */
function checkLead(old: readonly ReferralRow[], fresh: readonly Addressed[]): void {
  const leads = [...old.filter(({ state }) => isLive(state)), ...fresh].filter(({ isLead }) => isLead).length;
  if (leads !== 1) throw errors.leadWrong({ count: leads }, "body.units");
  const twice = fresh.find((unit) => old.some((other) => isLive(other.state) && isSameUnit(unit, other)));
  if (twice) throw errors.referredAlready({ unit: twice.unitName }, "body.units");
}

async function add({ db, newId, clock, actor }: MattersContext, matterId: string, unit: Addressed, old: readonly ReferralRow[]): Promise<string> {
  const id = newId();
  const returned = old.findLast((other) => other.state === "returned" && isSameUnit(unit, other));
  const empty = { acceptedAt: null, settledAt: null, words: null };
  await db
    .insertInto("matters_referral")
    .values({ id, matterId, ...unit, state: "sent", sentAt: clock.now(), sentBy: actor.personId, insteadOfId: returned?.id ?? null, ...empty })
    .execute();
  return id;
}

/** Sends a matter to one or several units, one of them in the lead, and tells their people; throws stateWrong, unitUnknown, leadWrong, referredAlready. */
export async function referMatter(ctx: MattersContext, row: MatterRow, { units, note }: NewReferral, set: MoveNote["set"] = {}): Promise<MatterRow> {
  const old = await referralsOf(ctx.db, row.id);
  const fresh: Addressed[] = [];
  for (const [index, unit] of units.entries()) fresh.push(await addressOf(ctx, unit, index));
  checkLead(old, fresh);
  const referredTo = nameUnits([...old.filter(({ state }) => isLive(state)), ...fresh]);
  const moved = await moveMatter(ctx, row, "refer", { note: note?.trim() || null, set: { ...set, referredTo } });
  for (const unit of fresh) await tellUnit(ctx, row, { id: await add(ctx, row.id, unit, old), ...unit }, note);
  return moved;
}
