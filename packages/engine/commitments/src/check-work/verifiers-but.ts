import { verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import { isOneOf } from "../keep-state/same-person.js";
import type { CommitmentsContext } from "../plugin.js";

/** Who checks a promise, but for who is to lead it from now on. */
export async function othersOf({ db, use }: CommitmentsContext, commitmentId: string, leadId: string): Promise<string[]> {
  const others: string[] = [];
  for (const { personId } of await verifiersOfOne(db, commitmentId)) if (!(await isOneOf(use.directory, personId, [leadId]))) others.push(personId);
  return others;
}
