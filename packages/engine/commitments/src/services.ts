import { handlersFor, type Actor, type Scope } from "@lianxin/plugin-kit";
import { answerOthers } from "./answer-others.js";
import { checkWork, type Checked } from "./check-work/check-work.js";
import { closeOut, handOver, reopen, voidPart, type HandOver } from "./close-out/close-out.js";
import type { NewCommitment, NewPart, PartSource } from "./commitments.js";
import { rowOfPart } from "./keep-ledger/ledger.repository.js";
import {
  entriesOf,
  evidenceOf,
  findCommitmentRow,
  findPartRow,
  placeOfCommitment,
  placeOfPart,
  type CommitmentRow,
  type PartRow,
} from "./keep-ledger/part.repository.js";
import { readLedger } from "./keep-ledger/read-ledger.js";
import { showRows } from "./keep-ledger/show-rows.js";
import type { CommitmentMove } from "./keep-state/commitment-state.js";
import { moveCommitment, type MoveNote } from "./keep-state/move-commitment.js";
import { makeCommitment } from "./make-commitment/make-commitment.js";
import { listParties } from "./make-commitment/party.repository.js";
import { chooseDueDay } from "./measure-time/get-due-day.js";
import { deferPart, openParts, resumePart } from "./open-parts/open-parts.js";
import { listPlaces } from "./open-parts/place.repository.js";
import { commitments, type CommitmentsContext, type Directory } from "./plugin.js";
import { remindOwners } from "./remind-owners/remind-owners.js";
import { submitWork, type WorkDone } from "./report-progress/submit-work.js";
import { urgeOwner } from "./urge-owner/urge-owner.js";

const onParts = (ctx: CommitmentsContext) => ({
  open: (source: PartSource, parts: readonly NewPart[]) => openParts(ctx, source, parts),
  defer: (part: PartRow, reason: string, reviewOn: string) => deferPart(ctx, part, reason, reviewOn),
  resume: (part: PartRow) => resumePart(ctx, part),
  commit: (partId: string, commitment: NewCommitment) => makeCommitment(ctx, partId, commitment),
  chooseDueDay: (when: { readonly dueOn?: string; readonly workingDays?: number }) => chooseDueDay(ctx, when),
  find: (id: string) => findPartRow(ctx.db, id),
  placeOf: (id: string) => placeOfPart(ctx.db, id),
  entriesOf: (id: string) => entriesOf(ctx.db, id),
  listPlaces: (scope: Scope) => listPlaces(ctx.db, scope),
  listParties: (path: string, withPeople: boolean) => listParties(ctx, path, withPeople),
});

const onCommitments = (ctx: CommitmentsContext) => ({
  find: (id: string) => findCommitmentRow(ctx.db, id),
  placeOf: (id: string) => placeOfCommitment(ctx.db, id),
  evidenceOf: (id: string) => evidenceOf(ctx.db, id),
  move: (row: CommitmentRow, move: CommitmentMove, note?: MoveNote) => moveCommitment(ctx, row, move, note),
  submit: (row: CommitmentRow, work: WorkDone) => submitWork(ctx, row, work),
  check: (row: CommitmentRow, checked: Checked) => checkWork(ctx, row, checked),
  close: (row: CommitmentRow, note: string | undefined) => closeOut(ctx, row, note),
  reopen: (row: CommitmentRow, anew: { readonly reason?: string; readonly dueOn: string }) => reopen(ctx, row, anew),
  void: (row: CommitmentRow, reason: string | undefined) => voidPart(ctx, row, reason),
  handOver: (row: CommitmentRow, to: HandOver) => handOver(ctx, row, to),
  urge: (row: CommitmentRow, words: string) => urgeOwner(ctx, row, words),
  remind: () => remindOwners(ctx),
});

/** What the handlers of commitments may reach. */
export const services = (ctx: CommitmentsContext) => ({
  parts: onParts(ctx),
  commitments: onCommitments(ctx),
  ledger: {
    ...readLedger(ctx),
    line: async (partId: string) => {
      const row = await rowOfPart(ctx.db, partId, ctx.clock.today());
      return row && (await showRows(ctx, [row]))[0];
    },
  },
  others: answerOthers(ctx),
});

/** What the routes about one commitment share. */
export interface RouteParts {
  readonly params: { readonly commitmentId: string };
  readonly services: ReturnType<typeof services>;
  readonly actor: Actor;
  readonly use: { readonly directory: Directory };
  readonly may: (permission: any, place: { readonly path: string }) => Promise<boolean>;
}

/** Everything a handler of commitments can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(commitments, services);
