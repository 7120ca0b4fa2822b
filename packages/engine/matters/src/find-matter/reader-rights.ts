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
  /** The reader, who may have been handed it themselves. */
  readonly personId: string | null;
  /** One household's own affair: handed out by who screens, asked nothing about meetings. */
  readonly isPersonal: boolean;
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
  const { personId } = actor;
  const isUnit = personId !== null && (await services.referrals.of(row.id)).some((referral) => isAddressed(referral, { unitIds, personId }));
  const isPersonal = row.isPersonal === true;
  const mayScreen = await may("matters.screen", at);
  const mayEnter = await may("matters.enter", at);
  return {
    isOwn,
    withdrawer: findWithdrawer(row, actor.personId, mayEnter),
    isUnit,
    unitIds,
    personId,
    isPersonal,
    maySee: await may("matters.see", at),
    mayEnter,
    mayScreen,
    mayRefer: (isPersonal && mayScreen) || (await may("matters.refer", at)),
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

/** What this reader may do with a matter in this stage; one household's own affair is handed out, which asks for no screening and no meeting above. */
export function chooseVerbs(
  state: string,
  { withdrawer, mayScreen, mayRefer, isPersonal }: Pick<ReaderRights, "withdrawer" | "mayScreen" | "mayRefer" | "isPersonal">,
): string[] {
  const isFresh = state === "proposed" || state === "screening";
  const offers: readonly (readonly [string, MatterMove, boolean])[] = [
    ["screen", "accept", mayScreen && !isPersonal],
    ["handOut", "refer", mayScreen && isPersonal && isFresh],
    ["refer", "refer", mayRefer && !isPersonal],
    ["split", "split", mayScreen],
    ["unsplit", "unsplit", mayScreen],
    ["answer", "answer", mayScreen],
    ["merge", "merge", mayScreen && (isPersonal || !isFresh)],
    ["unmerge", "unmerge", mayScreen],
    ["escalate", "escalate", mayRefer && !isPersonal],
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

/** Whether something was sent to the reader: to a unit of theirs, or to themselves. O(units). */
export const isAddressed = ({ unitId, personId }: Pick<ReferralRow, "unitId" | "personId">, reader: Pick<ReaderRights, "unitIds" | "personId">): boolean =>
  (unitId !== null && reader.unitIds.includes(unitId)) || (personId !== null && personId === reader.personId);

/** What this reader may do with what was sent out: whom it was sent to, and who sends out and writes down what those said. */
export function chooseReferralVerbs(
  referral: Pick<ReferralRow, "unitId" | "personId" | "state">,
  reader: Pick<ReaderRights, "mayRefer" | "unitIds" | "personId">,
): string[] {
  if (!reader.mayRefer && !isAddressed(referral, reader)) return [];
  return referralVerbs.filter(([, move]) => findNextReferralState(referral.state as never, move) !== undefined).map(([verb]) => verb);
}
