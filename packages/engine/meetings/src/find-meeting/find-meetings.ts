import type { Found } from "@lianxin/plugin-kit/web";
import { whenText } from "@lianxin/web-kit";
import { api } from "../api.js";

/** Meetings for the find box. */
export default async function findMeetings(words: string): Promise<readonly Found[]> {
  const { meetings } = await api("GET /found", { query: { words } });
  return meetings.map(({ id, title, startsAt }) => ({ href: `/meetings/${id}`, title, ...(startsAt ? { note: whenText(startsAt) } : {}) }));
}
