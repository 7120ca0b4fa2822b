import type { Proposal } from "@lianxin/scheduling";
import { Temporal } from "temporal-polyfill";
import type { MeetingsContext } from "../plugin.js";
import { dayOf, daysBetween, tellDay } from "../tell-time/tell-time.js";
import type { SlotQuestion } from "./describe-problem.js";
import { findAbsence, type ToldAbsence } from "./find-absence.js";

export interface Reason {
  /** True: a tick; false: a warning. */
  readonly holds: boolean;
  readonly text: string;
}
export interface ToldSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId: string | null;
  readonly venueName: string | null;
  readonly venueSeats: number | null;
  readonly otherVenueIds: string[];
  readonly present: number;
  readonly members: number;
  readonly need: number;
  readonly postBy: string | null;
  readonly reasons: Reason[];
  readonly absent: (ToldAbsence & { readonly name: string; readonly votes: boolean })[];
  /** What counts against it, by level; lower is better, levels are compared in order. */
  readonly costs: { readonly level: string; readonly text: string; readonly cost: number }[];
}
export interface Teller {
  readonly text: MeetingsContext["text"];
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** Other rooms that are named, best first. */
const mostVenues = 3;
/** People named for one party. */
const mostNamed = 3;

const utc = (moment: string): string => Temporal.Instant.from(moment).toString({ smallestUnit: "millisecond" });

function tellPeople(question: SlotQuestion, present: number, need: number, { text }: Teller): Reason {
  if (question.pack.quorum.length === 0) return { holds: true, text: text("meetings.slot.present", { present }) };
  return { holds: true, text: text("meetings.slot.presentOver", { present, over: present - need }) };
}

function tellParties({ parties }: SlotQuestion, present: ReadonlySet<string>, { text }: Teller): Reason[] {
  const sitting = parties.filter(({ people }) => people.length > 0);
  const missing = sitting.filter(({ people }) => !people.some((id) => present.has(id)));
  if (missing.length === 0) return [{ holds: true, text: text("meetings.slot.allParties", { parties: sitting.length }) }];
  return [{ holds: false, text: text("meetings.slot.partyMissing", { parties: missing.map(({ name }) => name).join("、") }) }];
}

/** Who of each party that has to be there can come, and that whoever leads can. */
function tellNeeded({ parties, chairId }: SlotQuestion, { roles }: Proposal, { text, names }: Teller): Reason[] {
  const shown = (ids: readonly string[]) =>
    ids
      .slice(0, mostNamed)
      .map((id) => names.get(id) ?? "")
      .join("、");
  const sides = roles.flatMap(({ id, who }) => {
    const name = parties.find((party) => party.id === id)?.name;
    return name ? [text("meetings.slot.role", { role: name, people: shown(who) })] : [];
  });
  const all = [...(chairId ? [text("meetings.slot.role", { role: text("meetings.slot.chair"), people: shown([chairId]) })] : []), ...sides];
  return all.length === 0 ? [] : [{ holds: true, text: text("meetings.slot.needed", { roles: all.join("，") }) }];
}

function tellPosting({ today }: SlotQuestion, postBy: string | undefined, { text }: Teller): Reason[] {
  if (!postBy) return [];
  const left = daysBetween(today, postBy);
  const key = left === 0 ? "meetings.slot.postToday" : left === 1 ? "meetings.slot.postTomorrow" : "meetings.slot.postBy";
  return [{ holds: left > 1, text: text(key, { day: tellDay(postBy), left }) }];
}

function tellAbsent(absent: ToldSlot["absent"], { text, zone }: Teller): Reason[] {
  if (absent.length === 0) return [];
  const one = ({ name, kind, until }: ToldSlot["absent"][number]) => {
    const why = text(`meetings.absence.${kind}`);
    return until && kind !== "work"
      ? text("meetings.slot.awayUntil", { name, why, until: tellDay(dayOf(until, zone)) })
      : text("meetings.slot.away", { name, why });
  };
  const shown = absent.slice(0, 6).map(one).join("、");
  return [{ holds: false, text: text(absent.length > 6 ? "meetings.slot.absentMany" : "meetings.slot.absent", { count: absent.length, people: shown }) }];
}

function tellRoom(question: SlotQuestion, proposal: Proposal, { text }: Teller): Reason[] {
  const venue = question.venues.find(({ id }) => id === proposal.venue);
  const spare = venue ? venue.seats - question.voting.length - question.others.length : undefined;
  const tight = spare !== undefined && spare <= 3 ? [{ holds: false, text: text("meetings.slot.tight", { spare }) }] : [];
  const others = proposal.otherVenues.flatMap((id) => question.venues.find((one) => one.id === id)?.name ?? []).slice(0, mostVenues);
  return others.length === 0 ? tight : [...tight, { holds: true, text: text("meetings.slot.otherVenues", { venues: others.join("、") }) }];
}

/** A proposal in words: who can come, which parties, until when the notice, who cannot and why. O(people). */
export function tellSlot(question: SlotQuestion, proposal: Proposal, teller: Teller): ToldSlot {
  const { start, end, present: there, parts } = proposal;
  const present = new Set(there);
  const venue = question.venues.find(({ id }) => id === proposal.venue);
  const votes = new Set(question.voting);
  const absent = proposal.absent.map((one) => ({
    ...findAbsence(one, start, end, question),
    name: teller.names.get(one.person) ?? "",
    votes: votes.has(one.person),
  }));
  const count = question.voting.filter((id) => present.has(id)).length;
  const need = Math.max(0, ...proposal.quorums.map((quorum) => quorum.need));
  const reasons = [
    tellPeople(question, count, need, teller),
    ...tellParties(question, present, teller),
    ...tellNeeded(question, proposal, teller),
    ...tellPosting(question, proposal.latestPosting, teller),
    ...tellRoom(question, proposal, teller),
    ...tellAbsent(absent, teller),
  ];
  return {
    ...{
      startsAt: utc(start),
      endsAt: utc(end),
      venueId: venue?.id ?? null,
      venueName: venue?.name ?? null,
      venueSeats: venue?.seats ?? null,
      otherVenueIds: [...proposal.otherVenues],
    },
    ...{ present: count, members: question.voting.length, need, postBy: proposal.latestPosting ?? null, reasons, absent },
    costs: parts.map(({ level, term, value, weight }) => ({ level, text: teller.text(`meetings.term.${term}`), cost: value * weight })),
  };
}
