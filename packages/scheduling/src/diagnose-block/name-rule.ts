import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { canStart, startsFor } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { explainAbsence } from "../propose-slots/explain-slot.js";
import type { Rule, RuleKind } from "../proposal.js";
import type { Params } from "../scheduling-error.js";
import type { Slot } from "./open-slot.js";
import type { SlotRules } from "./slot-rules.js";

function countFree(compiled: CompiledProblem, length: number, group: GroupNeed, start: number): number {
  const starts = startsFor(compiled.people.rows, length, group.rows);
  return group.rows.filter((row) => canStart(starts, row, start)).length;
}

function groupParams(compiled: CompiledProblem, meeting: CompiledMeeting, group: GroupNeed, slot: Slot | undefined): Params {
  const have = slot && countFree(compiled, meeting.length, group, slot.start);
  return { id: group.id, need: group.need, of: group.rows.length, ...(have === undefined ? {} : { have }) };
}

function personParams(compiled: CompiledProblem, meeting: CompiledMeeting, id: string, slot: Slot | undefined): Params {
  if (!slot) return { person: id };
  const { reason, until } = explainAbsence(compiled, compiled.people.rowOf.get(id)!, "required", slot.start, slot.start + meeting.length);
  return { person: id, reason, ...(until === undefined ? {} : { until }) };
}

function otherParams(meeting: CompiledMeeting, kind: RuleKind, id = ""): Params {
  const { notBefore, deadline, notice, seats, equipment, sites, venues, pinned } = meeting.meeting;
  if (kind === "notBefore") return { at: notBefore! };
  if (kind === "deadline") return { at: deadline! };
  if (kind === "notice") return { n: notice!.n, basis: notice!.basis, count: notice!.count };
  if (kind === "seats") return { seats: seats ?? 0 };
  if (kind === "equipment") return { equipment: (equipment ?? []).join(", ") };
  if (kind === "sites") return { sites: (sites ?? []).join(", ") };
  if (kind === "venues") return { venues: (pinned?.venue !== undefined ? [pinned.venue] : (venues ?? [])).join(", ") };
  if (kind === "pin") return { start: pinned!.start };
  if (kind === "after" || kind === "before") return { meeting: id };
  return {};
}

/** A rule by number as the caller knows it; with a slot, what it says about that very slot (why the person is away, how many the quorum has). */
export function nameRule(compiled: CompiledProblem, meeting: CompiledMeeting, rules: SlotRules, number: number, slot: Slot | undefined): Rule {
  const start = rules.starts[number];
  const kind: RuleKind = start ? start.kind : number === rules.venueFree ? "venueFree" : rules.venueKinds[number - rules.starts.length]!;
  const id = start?.id;
  const group = kind === "role" ? meeting.roles : kind === "quorum" ? meeting.quorums : [];
  const need = group.find((one) => one.id === id);
  const params = need
    ? groupParams(compiled, meeting, need, slot)
    : kind === "person"
      ? personParams(compiled, meeting, id!, slot)
      : otherParams(meeting, kind, id);
  return { kind, key: `scheduling.rule.${kind}`, params, ...(id === undefined ? {} : { id }) };
}
