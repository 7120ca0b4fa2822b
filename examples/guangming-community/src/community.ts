import { readFile } from "node:fs/promises";
import { join } from "node:path";

export { storyBody, storyMatter } from "./describe-council/story.js";

/** One file of the community and what it holds, as the directory's importer names it. */
export interface CommunityFile {
  readonly name: string;
  readonly kind: "places" | "organizations" | "venues" | "people" | "hours" | "calendars" | "holidays";
}

/** What the community and its first person are called where nobody has been set up. */
export const community = { name: "光明路社区", secretary: "王秀珍", phone: "19900000001" } as const;

/** All files in the order in which they must be brought in: places before who lives there, people before their calendars. */
export const communityFiles: readonly CommunityFile[] = [
  { name: "网格小区楼栋.xlsx", kind: "places" },
  { name: "单位.xlsx", kind: "organizations" },
  { name: "场地.xlsx", kind: "venues" },
  { name: "放假安排-2026.xlsx", kind: "holidays" },
  { name: "放假安排-2027-虚构.xlsx", kind: "holidays" },
  { name: "居民名册.xlsx", kind: "people" },
  { name: "工作人员和单位联系人.xlsx", kind: "people" },
  { name: "议事会居民成员.xlsx", kind: "people" },
  { name: "议事会可到时间.xlsx", kind: "hours" },
  { name: "议事会日程-2026年9月.xlsx", kind: "calendars" },
];

/** A file with mistakes to be found; it is in no list. */
export const fileWithErrors: CommunityFile = { name: "with-errors.xlsx", kind: "people" };

/** Where the files lie. */
export const filesFolder = join(import.meta.dirname, "..", "files");

/** The bytes of one file. Throws when it is not there. */
export const readCommunityFile = ({ name }: CommunityFile): Promise<Uint8Array> => readFile(join(filesFolder, name));
