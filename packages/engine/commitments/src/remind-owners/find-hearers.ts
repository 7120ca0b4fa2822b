import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext, Directory } from "../plugin.js";
import type { Hearer } from "./ladder.js";

/** The path above a place: "/31/02/" gives "/31/"; "/" above the outermost. */
const above = (path: string): string => path.replace(/[^/]+\/$/, "");

/** The secretary of the street above the community. */
export async function superiorsOf(directory: Directory, placePath: string): Promise<string[]> {
  const community = (await directory.community())?.path ?? placePath;
  return (await directory.whoAnswersFor("secretary", above(community))).map(({ personId }) => personId);
}

async function peopleOf({ use }: CommitmentsContext, { ownerId, placePath }: CommitmentRow, hearer: Hearer): Promise<string[]> {
  const { directory } = use;
  if (hearer === "owner") return [ownerId];
  if (hearer !== "superior") return (await directory.whoAnswersFor(hearer, placePath)).map(({ personId }) => personId);
  return superiorsOf(directory, placePath);
}

/** Who is told by a step, each once; nobody when a role is not filled, and then it is told by hand. */
export async function findHearers(ctx: CommitmentsContext, row: CommitmentRow, hearers: readonly Hearer[]): Promise<string[]> {
  const found: string[] = [];
  for (const hearer of hearers) found.push(...(await peopleOf(ctx, row, hearer)));
  return [...new Set(found)];
}
