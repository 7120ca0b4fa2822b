import type { RoleKind } from "../words.js";

const everyone = ["hello.see", "hello.greet", "matters.raise"] as const;
const reader = [...everyone, "matters.see", "meetings.see", "commitments.see"] as const;
const seat = [...reader, "commitments.claim"] as const;
const desk = [
  ...seat,
  "directory.see",
  "matters.enter",
  "meetings.record",
  "commitments.report",
  "volunteer-days.see",
  "volunteer-days.signUpOthers",
  "children-activities.see",
] as const;
const grid = [...desk, "directory.edit", "meetings.checkIn"] as const;
const lead = [
  ...grid,
  "directory.showContact",
  "matters.screen",
  "meetings.convene",
  "commitments.assign",
  "commitments.check",
  "volunteer-days.plan",
  "elder-pairing.see",
  "elder-pairing.sums",
  "children-activities.plan",
] as const;
const head = [
  ...lead,
  "directory.giveRoles",
  "directory.import",
  "directory.arrange",
  "meetings.chair",
  "meetings.arrange",
  "meetings.publish",
  "matters.refer",
  "commitments.escalate",
  "commitments.close",
  "elder-pairing.plan",
  "elder-pairing.keepRegisters",
  "children-activities.signOff",
  "children-activities.confirm",
] as const;

/**
 * What each kind of role may do at its place and below, as permission ids. Ids of plugins that are not enabled mean nothing; more are
 * added by the `grants` of the configuration.
 */
export const rolePermissions: Readonly<Record<RoleKind, readonly string[]>> = {
  administrator: head,
  secretary: [...head, "directory.showSensitive", "elder-pairing.open"],
  grid_leader: [...lead, "elder-pairing.open"],
  grid_worker: grid,
  recorder: [...desk, "meetings.checkIn"],
  council_member: seat,
  volunteer: everyone,
  auditor: [...reader, "directory.see", "elder-pairing.sums"],
  resident: everyone,
  department: [...seat, "commitments.report", "elder-pairing.sums"],
};
