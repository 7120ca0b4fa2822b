import { escalationSource } from "../follow-matter/matter-of.js";
import { inviteesOf, itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { listMaterials } from "../keep-materials/keep-materials.js";
import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import { turnsOf } from "../order-agenda/clock-agenda.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody, type BodyRow } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { dayOf } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";

/** Old business first: every unfinished line of the ledger, then matters that wait for a meeting and are not a line already. */
export async function readBacklog({ use }: Pick<MeetingsContext, "use">, placePath: string) {
  const parts = await use.commitments.unfinishedAt(placePath);
  const lines = new Set(parts.flatMap(({ source }) => (source.kind === escalationSource ? source.id : [])));
  return { parts, matters: (await use.matters.waitingForMeeting(placePath)).filter(({ id }) => !lines.has(id)) };
}

/** What an agenda can be made of. */
export async function suggestAgenda(ctx: MeetingsContext, body: BodyRow) {
  const { parts, matters } = await readBacklog(ctx, body.placePath);
  return {
    matters: matters.map(({ id, number, title, warnings }) => ({ id, number, title, warnings: [...warnings] })),
    parts: parts.map(({ id, title, commitment }) => ({ id, title, light: commitment?.light ?? "gap" })),
  };
}

/** A meeting being prepared, as the five steps show it. */
export async function showDraft({ db, use, clock }: MeetingsContext, meeting: MeetingRow) {
  const body = (await findBody(db, meeting.bodyId))!;
  const [items, invitees] = [await itemsOf(db, meeting.id), await inviteesOf(db, meeting.id)];
  const { chairId } = meeting;
  const names = await use.directory.namesOf([...invitees.map(({ personId }) => personId), ...(chairId ? [chairId] : [])]);
  const members = invitees.filter(({ kind }) => kind === "voting").length;
  const pack = await getPackOf(db, body, meeting.startsAt ? dayOf(meeting.startsAt, clock.zone) : clock.today());
  const { id, title, type, state, minutes, startsAt, endsAt, venueId, venueName, postBy } = meeting;
  return {
    ...{ id, bodyId: body.id, bodyName: body.name, title, type, state, minutes, number: tellNumber(meeting), startsAt, endsAt, venueId, venueName, postBy },
    isLate: postBy !== null && clock.today() > postBy,
    members,
    need: judgeQuorum(pack, { members, present: 0 }).need,
    ...{ isVerified: pack.verified === true, isLocal: pack.verified === "local" },
    items: turnsOf(startsAt, items).map(({ id, title, minutes, matterId, partId, warnings, number, depth, startsAt, endsAt }) => ({
      ...{ id, title, minutes, matterId, partId, warnings: [...warnings], number, depth, startsAt, endsAt },
    })),
    chair: chairId === null ? null : { personId: chairId, name: names.get(chairId) ?? "" },
    people: invitees.map(({ id, personId, partyName, kind }) => ({ id, personId, partyName, kind, name: names.get(personId) ?? "" })),
    materials: await listMaterials({ db }, meeting.id),
    totalMinutes: items.reduce((sum, item) => sum + item.minutes, 0),
  };
}
