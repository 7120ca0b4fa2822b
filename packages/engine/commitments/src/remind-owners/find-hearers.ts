import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import type { Office } from "../rules.js";
import type { Hearer } from "./ladder.js";

/** The path above a place: "/31/02/" gives "/31/"; "/" above the outermost. */
const above = (path: string): string => path.replace(/[^/]+\/$/, "");

/** People of the directory above the community, and the street's office when nobody there is in it. */
interface Superiors {
  readonly people: readonly string[];
  readonly office: Office | null;
}
/** Who is told by a step. */
export interface Hearers {
  /** Each person once, as the first of the roles by which the step reaches them. */
  readonly people: ReadonlyMap<string, Hearer>;
  readonly office: Office | null;
  /** Roles nobody fills: they are told by hand. */
  readonly unfilled: readonly Hearer[];
}

/** The secretary of the street above the community; its office as the rules name it where no such person is in the directory, which a community mostly is the top of. */
export async function superiorsOf({ use: { directory }, config }: CommitmentsContext, placePath: string): Promise<Superiors> {
  const community = (await directory.community())?.path ?? placePath;
  const people = (await directory.whoAnswersFor("secretary", above(community))).map(({ personId }) => personId);
  return { people, office: people.length === 0 ? config.superior : null };
}

async function hearersOf(ctx: CommitmentsContext, { ownerId, placePath }: CommitmentRow, hearer: Hearer): Promise<Superiors> {
  if (hearer === "owner") return { people: [ownerId], office: null };
  if (hearer === "superior") return superiorsOf(ctx, placePath);
  return { people: (await ctx.use.directory.whoAnswersFor(hearer, placePath)).map(({ personId }) => personId), office: null };
}

/** Who is told by a step, each once, and which roles nobody fills. */
export async function findHearers(ctx: CommitmentsContext, row: CommitmentRow, hearers: readonly Hearer[]): Promise<Hearers> {
  const people = new Map<string, Hearer>();
  const unfilled: Hearer[] = [];
  let office: Office | null = null;
  for (const hearer of hearers) {
    const found = await hearersOf(ctx, row, hearer);
    for (const personId of found.people) if (!people.has(personId)) people.set(personId, hearer);
    office ??= found.office;
    if (found.people.length === 0 && found.office === null) unfilled.push(hearer);
  }
  return { people, office, unfilled };
}
