import { errors } from "../errors.js";
import { readArea } from "../keep-rules/tell-area.js";
import type { MeetingsContext } from "../plugin.js";
import { findUnit, replaceRoll, unitsOf, type PollRow } from "./poll.repository.js";
import { getPackOfPoll, needsArea } from "./get-poll-pack.js";

export interface NewUnit {
  readonly label: string;
  /** Square metres as they are written: "109.53". */
  readonly area?: string | undefined;
  readonly personId?: string | undefined;
  /** Whose it is, by name: the one person of that name where the vote is held can vote by account. */
  readonly owner?: string | undefined;
}
/** A unit whose owner was named and not found, or who several people could be: it votes on paper. */
export interface UnlinkedUnit {
  readonly label: string;
  readonly owner: string;
  readonly isSeveral: boolean;
}
/** One name behind several units of a vote that weighs areas: one owner is one head, however many flats (建筑物区分所有权解释第九条). */
export interface RepeatedOwner {
  readonly owner: string;
  readonly units: string;
}
export interface KeptRoll {
  readonly units: number;
  readonly area: number;
  readonly unlinked: readonly UnlinkedUnit[];
  readonly repeated: readonly RepeatedOwner[];
}
interface FilledUnit {
  readonly label: string;
  readonly area?: number | null;
  readonly personId?: string | null;
  readonly delegateId?: string | null;
}

/** Writes the roll of a poll as it is given. */
export async function fillRoll({ db, newId }: MeetingsContext, pollId: string, units: readonly FilledUnit[]): Promise<void> {
  const blank = { area: null, personId: null, delegateId: null, delegateProof: null, votedBy: null, votedOn: null };
  await replaceRoll(
    db,
    pollId,
    units.map((unit, position) => ({ ...blank, ...unit, id: newId(), pollId, position })),
  );
}

function readUnits(units: readonly NewUnit[], asksArea: boolean): FilledUnit[] {
  const seen = new Map<string, number>();
  return units.map(({ label, area, personId }, i) => {
    const name = label.trim();
    const field = `body.units.${i}`;
    if (seen.has(name)) throw errors.unitTwice({ unit: name, row: i + 1 }, `${field}.label`);
    seen.set(name, i);
    const hundredths = area === undefined ? undefined : readArea(area);
    if (asksArea && !hundredths) throw errors.areaWrong({ unit: name, row: i + 1, area: area ?? "" }, `${field}.area`);
    return { label: name, area: hundredths ?? null, personId: personId ?? null };
  });
}

/** Units with the person of each name that one person alone has, and those whose owner stays unknown. */
async function linkOwners(
  { use }: MeetingsContext,
  { placePath }: PollRow,
  units: readonly NewUnit[],
): Promise<{ linked: readonly NewUnit[]; unlinked: readonly UnlinkedUnit[] }> {
  const asked = units.flatMap(({ owner, personId }) => (owner && !personId ? [owner.trim()] : []));
  const found = await use.directory.peopleNamed(asked, placePath);
  const idsOf = ({ owner, personId }: NewUnit): readonly string[] => (personId ? [personId] : owner ? (found.get(owner.trim()) ?? []) : []);
  const linked = units.map((unit) => (idsOf(unit).length === 1 ? { ...unit, personId: idsOf(unit)[0] } : unit));
  const unlinked = linked.flatMap((unit) =>
    unit.owner && !unit.personId ? [{ label: unit.label.trim(), owner: unit.owner.trim(), isSeveral: idsOf(unit).length > 1 }] : [],
  );
  return { linked, unlinked };
}

function findRepeated(units: readonly NewUnit[], asksArea: boolean): RepeatedOwner[] {
  const byOwner = new Map<string, string[]>();
  for (const { owner, label } of asksArea ? units : []) if (owner?.trim()) byOwner.set(owner.trim(), [...(byOwner.get(owner.trim()) ?? []), label.trim()]);
  return [...byOwner].flatMap(([owner, labels]) => (labels.length > 1 ? [{ owner, units: labels.join("、") }] : []));
}

/** Who may vote, unit by unit, in the place of the roll there is; throws stateWrong once it is open, unitTwice, areaWrong, personUnknown. Returns units and area, whose owners were not found, and who owns several. */
export async function setRoll(ctx: MeetingsContext, poll: PollRow, units: readonly NewUnit[]): Promise<KeptRoll> {
  if (poll.state !== "preparing") throw errors.rollFrozen();
  const pack = await getPackOfPoll(ctx, poll);
  const { linked, unlinked } = await linkOwners(ctx, poll, units);
  const filled = readUnits(linked, needsArea(pack));
  const people = filled.flatMap(({ personId }) => personId ?? []);
  const known = await ctx.use.directory.namesOf(people);
  const unknown = units.findIndex(({ personId }) => personId && !known.has(personId));
  if (unknown >= 0) throw errors.personUnknown({ party: units[unknown]!.label }, `body.units.${unknown}.personId`);
  await fillRoll(ctx, poll.id, filled);
  ctx.audit("setRoll", poll.id, { units: filled.length });
  return { units: filled.length, area: filled.reduce((sum, { area }) => sum + (area ?? 0), 0), unlinked, repeated: findRepeated(units, needsArea(pack)) };
}

/** A unit votes through somebody it named in writing; throws noDelegation, tooManyDelegated, unitUnknown, alreadyVoted. */
export async function delegateVote(
  ctx: MeetingsContext,
  poll: PollRow,
  { unitId, personId, proof }: { readonly unitId: string; readonly personId: string; readonly proof: string },
): Promise<void> {
  const { db, use, audit } = ctx;
  const { delegation } = await getPackOfPoll(ctx, poll);
  if (!delegation.isAllowed) throw errors.noDelegation({}, "body.personId");
  if (poll.state !== "preparing" && poll.state !== "open") throw errors.pollNotOpen();
  const unit = await findUnit(db, poll.id, unitId);
  if (!unit) throw errors.unitUnknown({}, "body.unitId");
  if (unit.votedBy !== null) throw errors.alreadyVoted({ unit: unit.label }, "body.unitId");
  const person = await use.directory.findPerson(personId);
  if (!person) throw errors.personUnknown({ party: unit.label }, "body.personId");
  const others = (await unitsOf(db, poll.id)).filter((one) => one.delegateId === person.id && one.id !== unit.id);
  if (delegation.most !== null && others.length >= delegation.most)
    throw errors.tooManyDelegated({ name: person.fullName, most: delegation.most }, "body.personId");
  await db.updateTable("meetings_poll_unit").set({ delegateId: person.id, delegateProof: proof.trim() }).where("id", "=", unit.id).execute();
  audit("delegateVote", unit.id, { pollId: poll.id });
}
