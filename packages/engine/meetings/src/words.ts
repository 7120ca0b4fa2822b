export const meetingTypes = ["deliberation", "joint", "coordination", "assignment", "evening_talk", "hearing", "conciliation", "review"] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const seatKinds = ["voting", "non_voting", "observer"] as const;

/** What an invited person answered. */
export const rsvps = ["unanswered", "coming", "not_coming"] as const;

/** By what way somebody was told. */
export const tellWays = ["phone", "visit", "group", "sms", "mail", "paper"] as const;

/** What is written for the minutes: the facts of an item, an opinion, what is left over. */
export const textKinds = ["explanation", "opinion", "leftover"] as const;
