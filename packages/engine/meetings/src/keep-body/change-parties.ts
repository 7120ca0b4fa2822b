import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { allPartiesOf, seatsOf, type BodyRow, type PartyRow } from "../set-up-body/body.repository.js";
import { checkGoing } from "./end-body.js";

export interface PartyWords {
  readonly name: string;
  readonly organizationId?: string | undefined;
  /** At least one of it must be there. */
  readonly isNeeded: boolean;
}

function getParty(parties: readonly PartyRow[], partyId: string, isEnded: boolean): PartyRow {
  const party = parties.find(({ id, endedOn }) => id === partyId && (endedOn !== null) === isEnded);
  if (!party) throw errors.partyUnknown({}, "params.partyId");
  return party;
}

/** No two parties that sit there are called the same, for people are counted by party under its name. */
function checkName(parties: readonly PartyRow[], name: string, except?: string): void {
  if (parties.some((party) => party.id !== except && party.endedOn === null && party.name === name.trim()))
    throw errors.partyTwice({ name: name.trim() }, "body.name");
}

async function checkOrganization({ use }: MeetingsContext, { name, organizationId }: PartyWords): Promise<void> {
  if (organizationId && !(await use.directory.findOrganization(organizationId))) throw errors.organizationUnknown({ party: name }, "body.organizationId");
}

/** One more side sits in a body from now on, without seats yet, behind those there are. Throws bodyEnded, partyTwice, organizationUnknown. */
export async function addParty(ctx: MeetingsContext, body: BodyRow, words: PartyWords): Promise<string> {
  checkGoing(body);
  const parties = await allPartiesOf(ctx.db, body.id);
  checkName(parties, words.name);
  await checkOrganization(ctx, words);
  const id = ctx.newId();
  const position = 1 + Math.max(-1, ...parties.map((party) => party.position));
  const named = { name: words.name.trim(), organizationId: words.organizationId ?? null, isNeeded: words.isNeeded };
  await ctx.db
    .insertInto("meetings_party")
    .values({ id, bodyId: body.id, position, ...named, endedOn: null })
    .execute();
  ctx.audit("addParty", id, { bodyId: body.id, name: named.name });
  return id;
}

/** Says anew how a party is called, whom it stands for and whether it must be there; announced meetings keep the name people were asked under. Throws bodyEnded, partyUnknown, partyTwice, organizationUnknown. */
export async function changeParty(ctx: MeetingsContext, body: BodyRow, partyId: string, words: PartyWords): Promise<void> {
  checkGoing(body);
  const parties = await allPartiesOf(ctx.db, body.id);
  const party = getParty(parties, partyId, false);
  checkName(parties, words.name, party.id);
  await checkOrganization(ctx, words);
  const named = { name: words.name.trim(), organizationId: words.organizationId ?? null, isNeeded: words.isNeeded };
  await ctx.db.updateTable("meetings_party").set(named).where("id", "=", party.id).execute();
  ctx.audit("changeParty", party.id, { bodyId: body.id, from: party.name, to: named.name, isNeeded: named.isNeeded });
}

/** A side without seats sits in a body no more. Throws bodyEnded, partyUnknown, partySeated. */
export async function endParty({ db, clock, audit }: MeetingsContext, body: BodyRow, partyId: string): Promise<void> {
  checkGoing(body);
  const party = getParty(await allPartiesOf(db, body.id), partyId, false);
  const held = (await seatsOf(db, body.id, clock.today())).filter((seat) => seat.partyId === party.id).length;
  if (held > 0) throw errors.partySeated({ name: party.name, count: held }, "params.partyId");
  await db.updateTable("meetings_party").set({ endedOn: clock.today() }).where("id", "=", party.id).execute();
  audit("endParty", party.id, { bodyId: body.id });
}

/** A side that was ended sits there again. Throws bodyEnded, partyUnknown, partyTwice. */
export async function resumeParty({ db, audit }: MeetingsContext, body: BodyRow, partyId: string): Promise<void> {
  checkGoing(body);
  const parties = await allPartiesOf(db, body.id);
  const party = getParty(parties, partyId, true);
  checkName(parties, party.name);
  await db.updateTable("meetings_party").set({ endedOn: null }).where("id", "=", party.id).execute();
  audit("resumeParty", party.id, { bodyId: body.id });
}
