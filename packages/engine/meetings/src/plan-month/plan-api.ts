import { dateOf, timeText } from "@lianxin/web-kit";
import { api } from "../api.js";

export const readPlan = (planId: string) => api("GET /plans/:planId", { params: { planId } });
export type PlanAnswer = Awaited<ReturnType<typeof readPlan>>;
export type Entry = PlanAnswer["entries"][number];
export type Venue = PlanAnswer["venues"][number];

/** A block of the timetable: a meeting of the plan, or one that is announced and stays. */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId: string | null;
  /** Absent for one that stays. */
  readonly entry?: Entry;
}

export const blocksOf = ({ entries, fixed }: PlanAnswer): Block[] =>
  [...entries.flatMap((entry) => (entry.place ? [{ id: entry.meetingId, title: entry.title, ...entry.place, entry }] : [])), ...fixed].sort(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id),
  );

/** "2026-09-09T15:00" of an instant, as routes take it. */
export const localOf = (instant: string): string => `${dateOf(instant)}T${timeText(instant)}`;

export const tryMove = (planId: string, meetingId: string, body: { readonly startsAt: string; readonly venueId: string | null }) =>
  api("POST /plans/:planId/entries/:meetingId/trial", { params: { planId, meetingId }, body });
export type MoveVerdict = Awaited<ReturnType<typeof tryMove>>;
export const keepMove = (planId: string, meetingId: string, body: { readonly startsAt: string; readonly venueId: string | null }) =>
  api("PUT /plans/:planId/entries/:meetingId", { params: { planId, meetingId }, body });
