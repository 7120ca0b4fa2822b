import type { SeatKind } from "../meetings.js";
import type { MeetingType } from "../words.js";

export interface PartyTemplate {
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: SeatKind;
  readonly seats: number;
  readonly isNeeded: boolean;
}

/** A body as communities usually set it up; every number can be changed. */
export interface BodyTemplate {
  readonly id: string;
  readonly packId: string;
  readonly meetingType: MeetingType;
  readonly usualMinutes: number;
  readonly parties: readonly PartyTemplate[];
}

const party = (zh: string, en: string, seats: number, more: Partial<PartyTemplate> = {}): PartyTemplate => ({
  name: { zh, en },
  kind: "voting",
  seats,
  isNeeded: false,
  ...more,
});
const office = party("社区", "Community office", 1, { isNeeded: true });
const departments = (seats: number) => party("职能部门", "Departments", seats, { kind: "non_voting" });
const council: readonly PartyTemplate[] = [
  office,
  party("业委会", "Owners' committee", 1),
  party("物业", "Property company", 1),
  party("网格长", "Grid leader", 1),
  party("党员代表", "Party members", 2),
  party("居民代表", "Residents", 15),
  departments(1),
];

/** Templates that come with the program. */
export const bodyTemplates: readonly BodyTemplate[] = [
  { id: "deliberation_council", packId: "local.deliberation_council", meetingType: "deliberation", usualMinutes: 90, parties: council },
  {
    ...{ id: "evening_talk", packId: "local.evening_talk", meetingType: "evening_talk", usualMinutes: 90 },
    parties: [office, party("居民", "Residents", 10)],
  },
  {
    ...{ id: "assignment", packId: "local.assignment", meetingType: "assignment", usualMinutes: 120 },
    parties: [party("组织部", "Organisation department", 1, { isNeeded: true }), party("职能部门", "Departments", 8), party("社区", "Community offices", 4)],
  },
  {
    ...{ id: "coordination", packId: "local.alliance", meetingType: "coordination", usualMinutes: 90 },
    parties: [office, party("成员单位", "Member organisations", 31)],
  },
  { id: "joint", packId: "local.alliance", meetingType: "joint", usualMinutes: 90, parties: [office, party("成员单位", "Member organisations", 8)] },
  {
    ...{ id: "hearing", packId: "local.deliberation_council", meetingType: "hearing", usualMinutes: 120 },
    parties: [office, party("利益相关方", "Those concerned", 8), party("居民代表", "Residents", 8), departments(2)],
  },
  {
    ...{ id: "villager_reps", packId: "cn.villager_reps", meetingType: "deliberation", usualMinutes: 120 },
    parties: [party("村委会", "Village committee", 5), party("村民代表", "Villagers' representatives", 40)],
  },
  {
    ...{ id: "resident_reps", packId: "cn.resident_reps.2026", meetingType: "deliberation", usualMinutes: 120 },
    parties: [party("居委会", "Residents' committee", 5), party("居民代表", "Residents' representatives", 40)],
  },
];

export const findTemplate = (id: string): BodyTemplate | undefined => bodyTemplates.find((template) => template.id === id);
