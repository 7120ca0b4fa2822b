import type { Found } from "@lianxin/plugin-kit/web";
import { api } from "../browser.js";

/** People for the find box, by a part of the name or by pinyin initials; namesakes are told apart by note and place. */
export default async function findPeople(words: string): Promise<readonly Found[]> {
  const { people } = await api("GET /people", { query: { search: words } });
  return people.map(({ id, fullName, distinction, placeName, roles }) => ({
    href: `/directory/people/${id}`,
    title: fullName,
    note: [distinction, roles[0]?.title, placeName].filter(Boolean).join(" "),
  }));
}
