import { judgeComposition } from "../keep-rules/judge-composition.js";
import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { findRulesOf } from "../keep-rules/find-rules.js";
import { errors } from "../errors.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { seatMarks } from "../words.js";
import { allPartiesOf, seatsOf, type BodyRow, type SeatRow } from "./body.repository.js";

/** The rules of a body on a day, its own copies included; throws packNotInForce when they have ended and nothing followed. */
export async function getPackOf(db: MeetingsDb, body: { readonly id: string; readonly packId: string }, day: string): Promise<RulePack> {
  const pack = await findRulesOf(db, body, day);
  if (!pack) throw errors.packNotInForce({ pack: body.packId, day });
  return pack;
}

/** What people are told about a pack: its quorum for so many members, its notice, its source and whether that was read. */
export function tellPack(pack: RulePack, members: number) {
  const { need } = judgeQuorum(pack, { members, present: 0 });
  return {
    ...{ id: pack.id, nameZh: pack.name.zh, nameEn: pack.name.en, members, need },
    noticeDays: pack.notice?.days ?? 0,
    noticeBasis: pack.notice?.basis ?? "calendar",
    noticeCount: pack.notice?.count ?? "clear",
    citation: [pack.citation.law, ...pack.citation.articles].join(""),
    isVerified: pack.verified === true,
    isLocal: pack.verified === "local",
  };
}

/** How the seats with a vote are made up against what the rules ask. */
function tellComposition(pack: RulePack, seats: readonly SeatRow[]) {
  const marked = Object.fromEntries(seatMarks.map((mark) => [mark, seats.filter(({ marks }) => marks?.includes(mark)).length]));
  return judgeComposition(pack, seats.length, marked).map(({ of, total, present, need, isReached }) => ({ of, total, present, need, isReached }));
}

/** A body with its parties, who sits there today, and its rules. */
export async function showBody({ db, use, clock }: MeetingsContext, body: BodyRow) {
  const [every, seats] = [await allPartiesOf(db, body.id), await seatsOf(db, body.id, clock.today())];
  const names = await use.directory.namesOf(seats.map(({ personId }) => personId));
  const held = (partyId: string) =>
    seats
      .filter((seat) => seat.partyId === partyId)
      .map(({ id, personId, kind, fromOn, marks }) => ({ id, personId, kind, fromOn, marks: [...(marks ?? [])], name: names.get(personId) ?? "" }));
  const pack = await getPackOf(db, body, body.endedOn ?? clock.today());
  const voting = seats.filter(({ kind }) => kind === "voting");
  return {
    ...{ id: body.id, name: body.name, kind: body.kind, placePath: body.placePath, usualMinutes: body.usualMinutes, isStanding: body.isStanding },
    endedOn: body.endedOn,
    pack: tellPack(pack, voting.length),
    composition: tellComposition(pack, voting),
    endedParties: every.flatMap(({ id, name, endedOn }) => (endedOn === null ? [] : [{ id, name, endedOn }])),
    parties: every
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id, name, organizationId, isNeeded }) => ({ id, name, organizationId, isNeeded, seats: held(id) })),
  };
}
