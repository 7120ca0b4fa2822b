import type { Actor } from "@lianxin/plugin-kit";
import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { chooseVerbs } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { Directory } from "../plugin.js";
import type { services } from "../services.js";
import type { PartPage } from "./show-part.route.js";

type Services = ReturnType<typeof services>;
interface Reader {
  readonly services: Services;
  readonly actor: Actor;
  readonly use: { readonly directory: Directory };
  readonly may: (permission: any, place: { readonly path: string }) => Promise<boolean>;
}

async function tellHistory({ services, use }: Reader, partId: string, row: CommitmentRow | undefined): Promise<Pick<PartPage, "timeline" | "evidence">> {
  const entries = await services.parts.entriesOf(partId);
  const evidence = row ? await services.commitments.evidenceOf(row.id) : [];
  const names = await use.directory.namesOf(
    [...entries.flatMap(({ byId, forId }) => [byId, forId]), ...evidence.flatMap(({ addedBy, forId }) => [addedBy, forId])].filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    timeline: entries.map(({ move, toState, at, byId, forId, note }) => ({ move, toState, at, byName: nameOf(byId), forName: nameOf(forId), note })),
    evidence: evidence.map(({ words, paper, addedBy, forId, addedAt }) => ({ words, paper, byName: nameOf(addedBy), forName: nameOf(forId), at: addedAt })),
  };
}

/** What can be done with the part itself: given to somebody while nobody leads it, put off, taken up again. */
async function partVerbs({ may }: Reader, path: string, isFree: boolean, isOnHold: boolean): Promise<string[]> {
  const [mayClaim, mayAssign] = [await may("commitments.claim", { path }), await may("commitments.assign", { path })];
  return [...(isFree && mayClaim ? ["claim"] : []), ...(isFree && mayAssign ? ["assign"] : []), ...(mayAssign ? [isOnHold ? "resume" : "defer"] : [])];
}

/** The page's answer; throws partUnknown. */
export async function showPart(reader: Reader, partId: string): Promise<PartPage> {
  const { services, use } = reader;
  const part = await services.parts.find(partId);
  const line = await services.ledger.line(partId);
  if (!part || !line) throw errors.partUnknown();
  const row = line.commitmentId ? await services.commitments.find(line.commitmentId) : undefined;
  const standing = row && (await standingOf(reader, row));
  const isParty = standing !== undefined && (standing.isOwner || standing.isVerifier);
  if (!isParty && !(await reader.may("commitments.see", { path: part.placePath }))) throw errors.partUnknown();
  const verbs = row && standing ? chooseVerbs(row.state as CommitmentState, standing) : [];
  const onPart = row?.state === "closed" ? [] : await partVerbs(reader, part.placePath, !row, part.reviewOn !== null);
  return {
    line,
    conditions: row?.conditions ?? null,
    verifierName: row?.verifierId ? ((await use.directory.namesOf([row.verifierId])).get(row.verifierId) ?? null) : null,
    ...(await tellHistory(reader, partId, row)),
    verbs: [...verbs, ...onPart],
    isOwner: standing?.isOwner ?? false,
  };
}
