import type { Found } from "@lianxin/plugin-kit/web";
import { api } from "../api.js";

/** Matters for the find box. */
export default async function findMatters(words: string): Promise<readonly Found[]> {
  const { matters } = await api("GET /found", { query: { words } });
  return matters.map(({ id, number, title }) => ({ href: `/matters/${id}`, title, note: number }));
}
