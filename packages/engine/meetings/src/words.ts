export const meetingTypes = ["deliberation", "joint", "coordination", "assignment", "evening_talk", "hearing", "conciliation", "review"] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const seatKinds = ["voting", "non_voting", "observer"] as const;

/** What a seat counts as beside a member, for rules about how a body is made up and who must be there. */
export const seatMarks = ["women", "representatives", "non_cadres"] as const;
export type SeatMark = (typeof seatMarks)[number];

/** How many items one agenda takes; the list of a monthly meeting takes what there is. */
export const mostItems = 60;

/** Every how many months a series can have a date. */
/** Of a meeting on a weekday of each week: how many weeks from one to the next. */
export const weekSteps = [1, 2, 4] as const;
export const monthSteps = [1, 2, 3, 6, 12] as const;

/** By what way somebody was told. */
export const tellWays = ["phone", "visit", "group", "sms", "mail", "paper"] as const;

/** For, against, or neither. */
export const stances = ["for", "against", "neutral"] as const;
export type Stance = (typeof stances)[number];

/** The ways on for work nobody took, once the days of looking for somebody are over. */
export const fallbacks = ["street", "next_meeting", "assign"] as const;

/** What a report of work can be asked to bring besides words; nothing when not said. */
export const evidenceKinds = ["photo", "receipt", "paper", "inspection"] as const;

/** What is written for the minutes: the facts of an item, an opinion, what is left over. */
export const textKinds = ["explanation", "opinion", "leftover"] as const;
