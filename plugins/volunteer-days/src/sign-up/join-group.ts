import type { AgeBand } from "../join-rules/age-rules.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, type OpenPost } from "./board.js";
import { findCompany } from "./find-company.js";
import type { Proof } from "./gather-company.js";
import { readPhone } from "./read-person.js";
import { joinMany, type Joined } from "./join-many.js";

export interface GroupMember {
  readonly name: string;
  readonly ageBand?: AgeBand | undefined;
  readonly hasGuardian?: boolean | undefined;
}
export interface Group {
  readonly dayId: string;
  readonly phone: string;
  readonly people: readonly GroupMember[];
  readonly siteId?: string | undefined;
  readonly by?: Proof | undefined;
}

const freeAt = (posts: readonly OpenPost[], siteId: string): number =>
  posts.filter((post) => post.kind === "member" && post.siteId === siteId).reduce((sum, { most, taken }) => sum + most - taken, 0);

/** One site for all: where they fit, fewest free places left over first; else where there are most. */
function chooseSite(posts: readonly OpenPost[], count: number): string | undefined {
  const sites = [...new Set(posts.filter(({ kind, siteClosedOn }) => kind === "member" && siteClosedOn === null).map(({ siteId }) => siteId))];
  const free = sites.map((siteId) => ({ siteId, free: freeAt(posts, siteId) }));
  const fitting = free.filter((one) => one.free >= count).sort((a, b) => b.free - a.free);
  return (fitting[0] ?? free.sort((a, b) => b.free - a.free)[0])?.siteId;
}

/**
 * A household or a group under one phone number, all or nobody: together at one site, in the order they are named; who does not fit waits there. An
 * adult among them, or of that number on that day, is the minors' guardian; children go where that adult is. Throws what stands in anybody's way, naming them by their place in the list.
 */
export async function joinGroup(ctx: VolunteerDaysContext, { dayId, phone, people, siteId, by }: Group): Promise<Joined[]> {
  const open = (await holdDays(ctx.db, [dayId])).get(dayId);
  const together = siteId ?? (open && chooseSite(open.posts, people.length));
  const hasAdult = people.some(({ ageBand = "adult" }) => ageBand === "adult") || (await findCompany(ctx, dayId, [ctx.blind(readPhone(phone))])).size > 0;
  const asked = people.map(({ name, ageBand = "adult", hasGuardian = false }) => ({
    ...{ dayId, ageBand, hasGuardian: hasGuardian || hasAdult, ...(together && { siteId: together }) },
    ...{ who: { name, phone, personId: null }, via: "public" as const, enteredById: null, by },
  }));
  const answers = await joinMany(ctx, asked);
  return answers.map((answer, i) => {
    if (!(answer instanceof Error)) return answer;
    throw Object.assign(answer, { field: `body.people.${i}` });
  });
}
