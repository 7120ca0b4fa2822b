/** The ways on for a part nobody took: reported to the street, taken to the next meeting, or given to somebody by the secretary. */
export const fallbacks = ["street", "next_meeting", "assign"] as const;
export type Fallback = (typeof fallbacks)[number];
