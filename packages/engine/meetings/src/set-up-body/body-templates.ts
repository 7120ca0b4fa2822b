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

/** Templates that come with the program. */
export const bodyTemplates: readonly BodyTemplate[] = [
  {
    id: "deliberation_council",
    packId: "local.deliberation_council",
    meetingType: "deliberation",
    usualMinutes: 90,
    parties: [
      party("社区", "Community office", 1, { isNeeded: true }),
      party("业委会", "Owners' committee", 1),
      party("物业", "Property company", 1),
      party("网格长", "Grid leader", 1),
      party("党员代表", "Party members", 2),
      party("居民代表", "Residents", 15),
      party("职能部门", "Departments", 1, { kind: "non_voting" }),
    ],
  },
  {
    id: "evening_talk",
    packId: "local.evening_talk",
    meetingType: "evening_talk",
    usualMinutes: 90,
    parties: [party("社区", "Community office", 1, { isNeeded: true }), party("居民", "Residents", 10)],
  },
];

export const findTemplate = (id: string): BodyTemplate | undefined => bodyTemplates.find((template) => template.id === id);
