import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import type { CommitmentRow, PartRow } from "../keep-ledger/part.repository.js";
import type { Verifier } from "../keep-ledger/verifier.repository.js";
import { tellCheckBar } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { choosePartVerbs } from "./choose-part-verbs.js";
import type { PartPage } from "./part-shape.js";
import { showPending, type Reader, type Shown } from "./show-pending.js";

async function tellHistory({ services, use }: Reader, partId: string, row: CommitmentRow | undefined): Promise<Pick<PartPage, "timeline" | "evidence">> {
  const entries = await services.parts.entriesOf(partId);
  const evidence = row ? await services.commitments.evidenceOf(row.id) : [];
  const names = await use.directory.namesOf(
    [...entries.flatMap(({ byId, forId }) => [byId, forId]), ...evidence.flatMap(({ addedBy, forId }) => [addedBy, forId])].filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    timeline: entries.map(({ move, toState, at, byId, forId, note, via }) => ({ move, toState, at, byName: nameOf(byId), forName: nameOf(forId), note, via })),
    evidence: evidence.map(({ words, paper, addedBy, forId, addedAt }) => ({ words, paper, byName: nameOf(addedBy), forName: nameOf(forId), at: addedAt })),
  };
}

/** Who may read the page: who sees the ledger there, and the promise's own parties, a new lead to be among them. */
async function mayRead({ services, actor, may }: Reader, { part, row, standing }: Shown): Promise<boolean> {
  if (standing && (standing.isOwner || standing.isVerifier)) return true;
  if (await may("commitments.see", { path: part.placePath })) return true;
  const hands = row && actor.personId ? await services.commitments.handOversOf(row.id) : [];
  return hands.some(({ toPersonId }) => toPersonId === actor.personId);
}

async function verbsOf({ may }: Reader, { part, row, standing }: Shown, isBlocked: boolean): Promise<string[]> {
  const at = { path: part.placePath };
  return choosePartVerbs({
    state: (row?.state as CommitmentState | undefined) ?? null,
    origin: row?.origin ?? null,
    isBlocked,
    isDeferred: part.reviewOn !== null,
    isEnded: part.endedAs !== null,
    mayClaim: await may("commitments.claim", at),
    mayAssign: await may("commitments.assign", at),
    standing,
  });
}

async function nameVerifiers({ use }: Reader, verifiers: readonly Verifier[]): Promise<PartPage["verifiers"]> {
  const names = await use.directory.namesOf(verifiers.map(({ personId }) => personId));
  return verifiers.map(({ personId, passedAt }) => ({ name: names.get(personId) ?? "", passedAt }));
}

/** What waits for a part, where the reader may see it. */
async function tellWaiting({ services, may }: Reader, partId: string): Promise<PartPage["waitedBy"]> {
  const seen: string[] = [];
  for (const id of await services.parts.waitingFor(partId)) if (await may("commitments.see", (await services.parts.placeOf(id))!)) seen.push(id);
  return (await services.ledger.lines(seen)).map(({ partId: id, title }) => ({ partId: id, title }));
}

/** The page's answer; throws partUnknown. */
export async function showPart(reader: Reader, partId: string): Promise<PartPage> {
  const { services } = reader;
  const part: PartRow | undefined = await services.parts.find(partId);
  const line = await services.ledger.line(partId);
  if (!part || !line) throw errors.partUnknown();
  const row = line.commitmentId ? await services.commitments.find(line.commitmentId) : undefined;
  const verifiers = row ? await services.commitments.verifiersOf(row.id) : [];
  const shown: Shown = { part, row, standing: row && (await standingOf(reader, row, await services.commitments.reporterOf(row.id), verifiers)) };
  if (!(await mayRead(reader, shown))) throw errors.partUnknown();
  return {
    line,
    conditions: row?.conditions ?? null,
    waitedBy: await tellWaiting(reader, partId),
    verifiers: await nameVerifiers(reader, verifiers),
    ...(await tellHistory(reader, partId, row)),
    ...(await showPending(reader, shown)),
    reopenOn: services.commitments.proposeDay(),
    verbs: await verbsOf(reader, shown, line.blockKind !== null),
    checkBar: (row?.state === "submitted" && shown.standing && tellCheckBar(shown.standing)) || null,
    isOwner: shown.standing?.isOwner ?? false,
  };
}
