import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { moveCommitment, getReason } from "../keep-state/move-commitment.js";
import type { CommitmentsContext } from "../plugin.js";
import { submitWork } from "../report-progress/submit-work.js";
import { endCodes, hasCode, makeCode, openCode } from "./code.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";

export const slipActs = ["look", "progress", "submit", "notMine"] as const;
export interface SlipAsked {
  readonly code: string;
  readonly act: (typeof slipActs)[number];
  readonly words?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** What a slip's page says: the work and its owner's organisation; no person's name, phone or address. */
export interface SlipShown {
  readonly title: string;
  readonly standard: string;
  readonly organization: string;
  readonly dueOn: string;
  readonly state: string;
  readonly evidenceNeeds: string[];
  /** Nobody has taken it yet, so that it can still be given back. */
  readonly mayReturn: boolean;
  readonly isOpen: boolean;
}

/** Prints nothing yet: gives a fresh code for the owner's slip. Throws slipOut while an earlier one is out, unless it is to be replaced: then that opens nothing any more. */
export async function makeSlip(ctx: CommitmentsContext, row: CommitmentRow, replaces: boolean): Promise<string> {
  if (!replaces && (await hasCode(ctx, row.id, "slip"))) throw errors.slipOut({}, "body.replaces");
  await endCodes(ctx, row.id, "slip");
  const code = await makeCode(ctx, "slip", row.id);
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "slip", forId: row.ownerId });
  ctx.audit("slip", row.id);
  return code;
}

async function show(ctx: CommitmentsContext, row: CommitmentRow): Promise<SlipShown> {
  const part = (await findPartRow(ctx.db, row.partId))!;
  const organization = (await ctx.use.directory.findOrganization(row.ownerOrganizationId))?.name ?? "";
  const isOpen = ["offered", "confirmed", "in_progress", "reopened"].includes(row.state);
  const { title, standard, evidenceNeeds } = part;
  return {
    title,
    standard,
    organization,
    dueOn: row.dueOn,
    state: row.state,
    evidenceNeeds: [...(evidenceNeeds ?? [])],
    mayReturn: row.state === "offered",
    isOpen,
  };
}

async function act(ctx: CommitmentsContext, row: CommitmentRow, { act: what, words, kinds }: SlipAsked): Promise<string> {
  if (what === "look") return row.state;
  const said = getReason(words);
  if (what === "submit") return submitWork(ctx, row, { words: said, kinds, via: "slip" });
  return moveCommitment(ctx, row, what === "progress" ? "progress" : "decline", { note: said, via: "slip" });
}

/** What who holds the slip asks or does; a wrong code is a refusal given back, see openCode. Throws reasonNeeded, stateWrong, evidenceMissing. */
export async function useSlip(ctx: CommitmentsContext, asked: SlipAsked): Promise<SlipShown | Error> {
  const opened = await openCode(ctx, "slip", asked.code);
  if (opened instanceof Error) return opened;
  const shown = await show(ctx, opened.row);
  const state = await act(ctx, opened.row, asked);
  return { ...shown, state, mayReturn: state === "offered", isOpen: shown.isOpen && state !== "submitted" && state !== "declined" };
}
