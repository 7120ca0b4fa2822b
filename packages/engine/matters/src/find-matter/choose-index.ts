import type { Scope } from "@lianxin/plugin-kit";
import type { Directory } from "../plugin.js";
import { communityPathOf } from "../raise-matter/give-number.js";

/** More communities than this are read faster in the order of the whole tab. */
const most = 12;

/**
 * The communities that hold everything a reader may list, or undefined when the reader's places reach over communities: then the list goes by
 * the index of the whole tab instead. O(places of the reader).
 */
export async function communitiesOf(directory: Directory, { paths }: Scope): Promise<readonly string[] | undefined> {
  const found = new Set<string>();
  for (const path of paths) {
    const place = await directory.placeAt(path);
    const community = place && (await communityPathOf(directory, place.id));
    if (!place || !community || place.kind === "county" || place.kind === "town" || found.size >= most) return undefined;
    found.add(community);
  }
  return found.size > 0 ? [...found] : undefined;
}
