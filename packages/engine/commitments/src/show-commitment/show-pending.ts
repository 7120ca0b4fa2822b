import type { Actor } from "@lianxin/plugin-kit";
import { waiting } from "../hand-over/hand-over.js";
import type { CommitmentRow, PartRow } from "../keep-ledger/part.repository.js";
import { actsForOwner, type Standing } from "../keep-state/choose-verbs.js";
import { isOneOf } from "../keep-state/same-person.js";
import { standingOf } from "../keep-state/standing.js";
import type { Directory, May } from "../plugin.js";
import type { services } from "../services.js";
import type { PartPage } from "./part-shape.js";

/** Who reads a part's page, and what they may reach. */
export interface Reader {
  readonly services: ReturnType<typeof services>;
  readonly actor: Actor;
  readonly use: { readonly directory: Directory };
  readonly may: May;
}
export interface Shown {
  readonly part: PartRow;
  readonly row: CommitmentRow | undefined;
  readonly standing: Standing | undefined;
}

async function showRequests({ services, actor, use, may }: Reader, { part, row }: Shown): Promise<PartPage["requests"]> {
  const [requests, at] = [await services.parts.requestsOf(part.id), { path: part.placePath }];
  const [mayVoid, mayExtend] = [await may("commitments.close", at), await may("commitments.assign", at)];
  const names = await use.directory.namesOf(requests.flatMap(({ askedById, decidedById }) => [askedById ?? [], decidedById ?? []].flat()));
  const isMe = (...ids: (string | null | undefined)[]) => isOneOf(use.directory, actor.personId, ids);
  return Promise.all(
    requests.map(async ({ id, kind, reason, wantedDueOn, state, askedById, decidedById, decidedNote }) => ({
      ...{ id, kind, reason, wantedDueOn, state, decidedNote },
      askedBy: names.get(askedById ?? "") ?? null,
      decidedBy: names.get(decidedById ?? "") ?? null,
      mayDecide: state === "asked" && (kind === "void" ? mayVoid : mayExtend) && !(await isMe(askedById, row?.ownerId)),
      mayWithdraw: state === "asked" && (await isMe(askedById)),
    })),
  );
}

async function showCounterClaims({ services, actor, use, may }: Reader, { part, row }: Shown): Promise<PartPage["counterClaims"]> {
  const claims = await services.parts.counterClaimsOf(part.id);
  const mayAssign = await may("commitments.assign", { path: part.placePath });
  const people = await use.directory.namesOf(claims.map(({ ownerId }) => ownerId));
  const organizations = await use.directory.organizationNames(claims.map(({ ownerOrganizationId }) => ownerOrganizationId));
  const isMe = (...ids: (string | null | undefined)[]) => isOneOf(use.directory, actor.personId, ids);
  return Promise.all(
    claims.map(async ({ id, dueOn, conditions, words, state, ownerId, ownerOrganizationId, madeById }) => ({
      ...{ id, dueOn, conditions, words, state },
      organization: organizations.get(ownerOrganizationId) ?? "",
      owner: people.get(ownerId) ?? "",
      mayDecide: state === "made" && mayAssign && !(await isMe(madeById, ownerId, row?.ownerId)),
      mayWithdraw: state === "made" && (await isMe(madeById, ownerId)),
    })),
  );
}

async function showHandOvers(reader: Reader, { row, standing }: Shown): Promise<PartPage["handOvers"]> {
  if (!row || !standing) return [];
  const { services, use } = reader;
  const hands = await services.commitments.handOversOf(row.id);
  const people = await use.directory.namesOf(hands.map(({ toPersonId }) => toPersonId));
  const organizations = await use.directory.organizationNames(hands.map(({ toOrganizationId }) => toOrganizationId));
  const shown: PartPage["handOvers"] = [];
  for (const hand of hands) {
    const mayTake = actsForOwner(await standingOf(reader, { ...row, ownerId: hand.toPersonId }));
    shown.push({
      ...{ id: hand.id, dueOn: hand.dueOn, reason: hand.reason, state: hand.state, refusedNote: hand.refusedNote },
      organization: organizations.get(hand.toOrganizationId) ?? "",
      person: people.get(hand.toPersonId) ?? "",
      mayGive: waiting(hand) && hand.giverSignedAt === null && actsForOwner(standing),
      mayTake: waiting(hand) && hand.takerSignedAt === null && mayTake,
    });
  }
  return shown;
}

/** What waits for somebody's decision or signature, and what residents said. */
export const showPending = async (reader: Reader, shown: Shown): Promise<Pick<PartPage, "requests" | "counterClaims" | "handOvers" | "ratings">> => ({
  requests: await showRequests(reader, shown),
  counterClaims: await showCounterClaims(reader, shown),
  handOvers: await showHandOvers(reader, shown),
  ratings: shown.row ? await reader.services.commitments.ratingSums(shown.row) : null,
});
