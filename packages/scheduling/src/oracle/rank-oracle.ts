import type { Meeting, Problem } from "../problem.js";
import type { Proposal } from "../proposal.js";
import { holders, isFree, minutesOf, personOf, type OracleSlot } from "./slot-oracle.js";

/** What the engine must answer for one slot under the default objective, in plain words. */
export interface OracleProposal {
  readonly start: number;
  readonly venues: readonly string[];
  readonly medium: number;
  readonly soft: number;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly quorums: readonly number[];
}

function grainIndex(problem: Problem, minute: number): number {
  const hour = (text: string): number => Number(text.slice(0, 2)) * 4 + Math.ceil(Number(text.slice(3)) / 15);
  const opens = hour(problem.horizon.from ?? "00:00");
  const perDay = hour(problem.horizon.to ?? "24:00") - opens;
  const sinceStart = minute - minutesOf(problem.horizon.start);
  return Math.floor(sinceStart / 1440) * perDay + (sinceStart % 1440) / 15 - opens;
}

function involved(problem: Problem, meeting: Meeting): string[] {
  const all = [
    ...(meeting.required ?? []),
    ...(meeting.roles ?? []).flatMap((role) => holders(problem, role)),
    ...(meeting.quorums ?? []).flatMap((quorum) => quorum.of),
    ...(meeting.preferred ?? []).map((one) => one.person),
  ];
  return [...new Set(all)];
}

function judge(problem: Problem, meeting: Meeting, start: number, slots: readonly OracleSlot[]): OracleProposal {
  const end = slots[0]!.end;
  const all = involved(problem, meeting);
  const free = new Set(all.filter((id) => isFree(problem, personOf(problem, id), start, end)));
  const grains = (end - start) / 15;
  const missing = (meeting.preferred ?? []).filter((one) => !free.has(one.person)).reduce((sum, one) => sum + (one.weight ?? 1), 0);
  const have = (meeting.quorums ?? []).map((quorum) => quorum.of.filter((id) => free.has(id)).length);
  const short = (meeting.quorums ?? []).reduce((sum, quorum, i) => sum + quorum.of.length - have[i]!, 0);
  const waste = (slot: OracleSlot): number => (meeting.seats === undefined || slot.venue?.seats === undefined ? 0 : slot.venue.seats - meeting.seats);
  const ordered = [...slots].sort((a, b) => waste(a) - waste(b));
  return {
    start,
    venues: ordered.flatMap((slot) => (slot.venue ? [slot.venue.id] : [])),
    medium: missing * grains + short,
    soft: grainIndex(problem, start) + grains - 1 + waste(ordered[0]!),
    present: all.filter((id) => free.has(id)),
    absent: all.filter((id) => !free.has(id)),
    quorums: have,
  };
}

/** The k best by complete enumeration: medium, then soft, then the earlier start; starts at least one meeting's length apart. */
export function bestSlots(problem: Problem, meeting: Meeting, slots: readonly OracleSlot[], k: number): OracleProposal[] {
  const byStart = new Map<number, OracleSlot[]>();
  for (const slot of slots) if (slot.closed.length === 0) byStart.set(slot.start, [...(byStart.get(slot.start) ?? []), slot]);
  const judged = [...byStart].map(([start, open]) => judge(problem, meeting, start, open));
  judged.sort((a, b) => a.medium - b.medium || a.soft - b.soft || a.start - b.start);
  const grain = (one: OracleProposal): number => grainIndex(problem, one.start);
  const length = Math.ceil(meeting.minutes / 15);
  const chosen: OracleProposal[] = [];
  for (const one of judged) if (chosen.length < k && chosen.every((c) => Math.abs(grain(c) - grain(one)) >= length)) chosen.push(one);
  return chosen;
}

/** An answer of `propose` in the oracle's words. */
export function inOracleWords(proposal: Proposal): OracleProposal {
  return {
    start: minutesOf(proposal.start),
    venues: [...(proposal.venue === undefined ? [] : [proposal.venue]), ...proposal.otherVenues],
    medium: proposal.score.medium,
    soft: proposal.score.soft,
    present: proposal.present,
    absent: proposal.absent.map((one) => one.person),
    quorums: proposal.quorums.map((quorum) => quorum.have),
  };
}
