import { canJoin, type JoinFacts, type Obstacle } from "../join-rules/can-join.js";
import type { OpenPost } from "./board.js";

export interface Wish {
  readonly postId?: string | undefined;
  readonly siteId?: string | undefined;
}
export type Choice = { readonly post: OpenPost; readonly isWaiting: boolean } | { readonly refused: Obstacle } | undefined;

/** Where people are missing most: below the least number first, then the most free places, then the order of the sites. */
const need = (a: OpenPost, b: OpenPost): number =>
  Math.max(0, b.least - b.taken) - Math.max(0, a.least - a.taken) || b.most - b.taken - (a.most - a.taken) || a.position - b.position;

/**
 * The post for somebody who named one, or a site, or leaves it to the community: where people are missing most, else the shortest line. Leading is
 * asked for by name of the post. Undefined when no such post is there. O(posts).
 */
export function choosePost(posts: readonly OpenPost[], { postId, siteId }: Wish, facts: Omit<JoinFacts, "post">): Choice {
  // Nobody new goes to a site that was closed, nor waits there: left out where nobody asks for it, refused where somebody does.
  const asked = posts.filter((post) =>
    postId ? post.id === postId : post.kind === "member" && (siteId ? post.siteId === siteId : post.siteClosedOn === null),
  );
  if (asked.length === 0) return undefined;
  const judged = asked.map((post) => ({ post, obstacles: canJoin({ ...facts, post }) }));
  const free = judged.filter(({ obstacles }) => obstacles.length === 0).map(({ post }) => post);
  if (free.length > 0) return { post: free.sort(need)[0]!, isWaiting: false };
  const full = judged.filter(({ obstacles }) => obstacles.every(({ mayWait }) => mayWait)).map(({ post }) => post);
  if (full.length > 0) return { post: full.sort((a, b) => a.waiting - b.waiting || a.position - b.position)[0]!, isWaiting: true };
  return { refused: judged[0]!.obstacles.find(({ mayWait }) => !mayWait)! };
}
