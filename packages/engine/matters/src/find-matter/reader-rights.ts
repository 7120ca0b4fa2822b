import type { Actor } from "@lianxin/plugin-kit";
import { findNextState, type MatterMove } from "../keep-state/matter-state.js";
import { findNextReferralState, type ReferralMove } from "../keep-state/referral-state.js";
import type { Directory, May } from "../plugin.js";
import type { ReferralRow } from "../refer-matter/referral.repository.js";
import type { services } from "../services.js";
import { findWithdrawer, type Withdrawer } from "../withdraw-matter/withdraw-matter.js";
import type { MatterRow } from "./matter.repository.js";

export interface ReaderRights {
  readonly isOwn: boolean;
  /** As whom the reader may take it back; undefined when not at all. */
  readonly withdrawer: Withdrawer | undefined;
  readonly maySee: boolean;
  /** Writes down what others raise: only such readers learn who raised it. */
  readonly mayEnter: boolean;
  readonly mayScreen: boolean;
  readonly mayRefer: boolean;
  /** Units of the reader's roles that the matter was sent to. */
  readonly isUnit: boolean;
  readonly unitIds: readonly string[];
}
/** What reading a matter needs of a request. */
export interface Reading {
  readonly services: ReturnType<typeof services>;
  readonly use: { readonly directory: Directory };
  readonly actor: Actor;
  readonly clock: { now(): string; today(): string };
  readonly may: May;
  readonly text: (key: string, params?: Record<string, string>, language?: "zh-CN" | "en") => string;
}

/** What the reader is to a matter and may do with it. */
export async function readRights({ services, use, actor, may }: Reading, row: MatterRow): Promise<ReaderRights> {
  const at = { path: row.placePath };
  const isOwn = actor.personId !== null && [row.reportedBy, row.enteredBy].includes(actor.personId);
  const roles = actor.personId ? await use.directory.rolesOf(actor.personId) : [];
  const unitIds = roles.flatMap(({ organizationId }) => organizationId ?? []);
  const isUnit = unitIds.length > 0 && (await services.referrals.of(row.id)).some(({ unitId }) => unitId !== null && unitIds.includes(unitId));
  const mayEnter = await may("matters.enter", at);
  return {
    isOwn,
    withdrawer: findWithdrawer(row, actor.personId, mayEnter),
    isUnit,
    unitIds,
    maySee: await may("matters.see", at),
    mayEnter,
    mayScreen: await may("matters.screen", at),
    mayRefer: await may("matters.refer", at),
  };
}

/** What decides whose names a reader learns. */
export type NameRights = Pick<ReaderRights, "isOwn" | "mayEnter">;
/** A reader who learns no name: whoever has the private link. */
export const learnsNoName: NameRights = { isOwn: false, mayEnter: false };

/** Units and council members work on a matter without knowing who raised it; the desk that writes matters down knows. */
export const knowsReporter = ({ isOwn, mayEnter }: NameRights): boolean => isOwn || mayEnter;

/** Whether this person's name is kept from a reader, on the page as on paper: who raised it, and who wrote it down for somebody unnamed. O(1). */
export function isSecretName(row: Pick<MatterRow, "isEntererHidden" | "enteredBy" | "reportedBy">, rights: NameRights, personId: string): boolean {
  return (row.isEntererHidden && !rights.isOwn && personId === row.enteredBy) || (!knowsReporter(rights) && personId === row.reportedBy);
}

/** What this reader may do with a matter in this stage. */
export function chooseVerbs(state: string, { withdrawer, mayScreen, mayRefer }: Pick<ReaderRights, "withdrawer" | "mayScreen" | "mayRefer">): string[] {
  const offers: readonly (readonly [string, MatterMove, boolean])[] = [
    ["screen", "accept", mayScreen],
    ["refer", "refer", mayRefer],
    ["split", "split", mayScreen],
    ["unsplit", "unsplit", mayScreen],
    ["answer", "answer", mayScreen],
    ["merge", "merge", mayScreen && state !== "proposed" && state !== "screening"],
    ["unmerge", "unmerge", mayScreen],
    ["escalate", "escalate", mayRefer],
    ["recall", "recall", mayRefer],
    ["reopen", "reopen", mayScreen],
    ["withdraw", "withdraw", withdrawer === "raiser"],
    ["withdrawFor", "withdraw", withdrawer === "desk"],
  ];
  return offers.filter(([, move, isRight]) => isRight && findNextState(state as never, move) !== undefined).map(([verb]) => verb);
}

const referralVerbs: readonly (readonly [string, ReferralMove])[] = [
  ["accept", "acceptReferral"],
  ["return", "returnReferral"],
  ["answer", "answerReferral"],
];

/** What this reader may do with what was sent to a unit: its own people, and who refers and writes down what the unit said. */
export function chooseReferralVerbs(
  { unitId, state }: Pick<ReferralRow, "unitId" | "state">,
  { mayRefer, unitIds }: Pick<ReaderRights, "mayRefer" | "unitIds">,
): string[] {
  if (!mayRefer && (unitId === null || !unitIds.includes(unitId))) return [];
  return referralVerbs.filter(([, move]) => findNextReferralState(state as never, move) !== undefined).map(([verb]) => verb);
}
