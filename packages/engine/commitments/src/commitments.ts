import type { RollOverSums, Standing } from "./count-roll-over/count-roll-over.js";
import type { Obligations } from "./keep-obligations/obligations.js";
import type { RatingSums } from "./rate-work/judge-ratings.js";
import type { EvidenceKind } from "./report-progress/evidence-kinds.js";
import type { Fallback } from "./seek-owner/fallbacks.js";

/** Where a work part comes from: a decision of a meeting, or another plugin's record. */
export interface PartSource {
  /** "meetings.decision" */
  readonly kind: string;
  readonly id: string;
  readonly meetingId: string | null;
  readonly title: string;
  /** The meeting by its name and number, "莲心议事会〔2026〕第 9 次", as slips say it. */
  readonly meeting?: string;
}
export interface NewPart {
  /** Made where it was written down, so that what is said of it without a network finds it; given by the ledger when left out. */
  readonly id?: string;
  readonly title: string;
  /** 怎样算办好; empty when it is said with the lead. */
  readonly standard: string;
  readonly placePath: string;
  /** What a report of it has to bring besides words; nothing when not said. */
  readonly evidenceNeeds?: readonly EvidenceKind[];
}
/** One lead: an organisation and a person in it. */
export interface NewCommitment {
  readonly origin: "claimed" | "assigned";
  readonly ownerOrganizationId: string;
  readonly ownerId: string;
  readonly supportingOrganizationIds: readonly string[];
  readonly dueOn: string;
  readonly conditions: string | null;
  /** Who checks it: never the owner. */
  readonly verifierId: string | null;
  /** Where several check it: verified once each of them has passed it, sent back by one. Joined with `verifierId`. */
  readonly verifierIds?: readonly string[] | undefined;
  /** 怎样算办好, said now; needed where the part came without. */
  readonly standard?: string | undefined;
  /** The day it was made on; today when not said. A recording may come in days later. */
  readonly madeOn?: string | undefined;
}
export type CommitmentState = "offered" | "confirmed" | "in_progress" | "submitted" | "verified" | "closed" | "declined" | "reopened" | "transferred" | "void";
export type TrafficLight = "todo" | "track" | "soon" | "late" | "check" | "hold" | "done" | "gap";

export interface CommitmentCard {
  readonly id: string;
  readonly partId: string;
  readonly title: string;
  readonly standard: string;
  readonly state: CommitmentState;
  readonly origin: "claimed" | "assigned";
  readonly ownerOrganizationId: string;
  readonly ownerId: string;
  readonly supportingOrganizationIds: readonly string[];
  readonly dueOn: string;
  /** On what it was taken on (条件); null when on none. */
  readonly conditions: string | null;
  readonly closedOn: string | null;
  readonly light: TrafficLight;
  /** Working days past due, blocked ones left out; 0 when not late, and when they cannot be counted. */
  readonly daysLate: number;
  /** False when it is late but a year of holidays is not loaded, so that nobody knows by how many working days. */
  readonly isLatenessKnown: boolean;
  readonly source: PartSource;
}
export interface PartCard {
  readonly id: string;
  readonly title: string;
  readonly standard: string;
  readonly source: PartSource;
  /** Null: nobody leads it yet, a gap. */
  readonly commitment: CommitmentCard | null;
  readonly deferred: { readonly reason: string; readonly reviewOn: string } | null;
  /** How often it was put off. */
  readonly deferCount: number;
  /** While a lead is looked for; `isOver` once its last day has passed. */
  readonly search: { readonly until: string; readonly fallback: Fallback; readonly isOver: boolean } | null;
}

/** May a meeting close? Every part of it is led, put off with a reason and a day, or looked for until a day; those that are not are named. */
export interface Coverage {
  readonly isCovered: boolean;
  readonly gaps: readonly PartCard[];
  /** Looked for with a day and a way on: they do not hold the meeting up, and stay on top of the ledger as gaps. */
  readonly searched: readonly PartCard[];
  readonly deferred: readonly PartCard[];
  readonly ledCount: number;
}

export interface RollOverAsked {
  readonly path: string;
  /** The cut-off of the list before, an instant in UTC: what was unfinished then has rolled over. */
  readonly since: string;
  /** The cut-off of this list: what was opened after it waits for the next. */
  readonly cutOff: string;
  /** When the outcome is read; now when not said. */
  readonly until?: string;
  /** "since", the account of a period with what was closed in it (when not said); "cut-off", a meeting's list, without what was over by then. */
  readonly from?: "since" | "cut-off";
  /** Only parts of these sources. */
  readonly sourceKinds?: readonly string[];
}
export interface RollOver extends RollOverSums {
  readonly parts: readonly { readonly partId: string; readonly isRolled: boolean; readonly standing: Standing }[];
}
/** Work closed out at a place not long ago, to tell whether trouble came back. */
export interface ClosedPart {
  readonly id: string;
  readonly title: string;
  readonly commitmentId: string | null;
  readonly closedOn: string | null;
}

/** What other plugins ask of the promise ledger, as `use.commitments`. Changes are refused with coded errors. */
export interface Commitments {
  openParts(source: PartSource, parts: readonly NewPart[]): Promise<readonly string[]>;
  commit(partId: string, commitment: NewCommitment): Promise<string>;
  /** More often than the rules allow only with a note of the chair; `on` the day it was said, today when not given. */
  deferPart(partId: string, reason: string, reviewOn: string, chairNote?: string, on?: string): Promise<void>;
  /** Nobody took it: looked for until a day, with a way on after it. */
  seekOwner(partId: string, search: { readonly until: string; readonly fallback: Fallback; readonly on?: string }): Promise<void>;
  /** This line and another are one piece of work. */
  mergePart(partId: string, intoId: string, reason: string): Promise<void>;
  /** What was joined to this line stands alone again, waiting for a lead: the line itself is about to go. */
  restoreMerged(partId: string): Promise<void>;
  /** Who asked for it does not want it any more. */
  withdrawPart(partId: string, reason: string): Promise<void>;
  /** The work that came out of a meeting, and the lines of the ledger that stand on its agenda; those that left the ledger are not among them. */
  partsOfMeeting(meetingId: string, agenda?: readonly string[]): Promise<readonly PartCard[]>;
  /** Of the work of a meeting and the lines on its agenda, on the day it ends (today when not said): what was put off or looked for until earlier is a gap. */
  coverageOf(meetingId: string, agenda?: readonly string[], day?: string): Promise<Coverage>;
  /** The claim slip of a part, in copies to sign, as a page to print; `head` says the meeting and what was decided there. Throws partUnknown when nobody leads it. */
  claimSlipOf(partId: string, head: { readonly meeting: string; readonly decision: string }): Promise<string>;
  /** The unfinished line that came from a source, if there is one. */
  findUnfinished(source: Pick<PartSource, "kind" | "id">): Promise<PartCard | undefined>;
  /** Open promises at or below a path, overdue first: the old business of the next meeting. */
  unfinishedAt(path: string): Promise<readonly PartCard[]>;
  /** opened + rolled = closed + open + deferred + merged + withdrawn, always. */
  rollOver(asked: RollOverAsked): Promise<RollOver>;
  /** Every line of the ledger that ever came from these sources, by id; what left the ledger too. */
  partsFrom(sources: readonly Pick<PartSource, "kind" | "id">[]): Promise<readonly string[]>;
  /** Takes words out of all that is kept of these parts, for good (删去个人信息); gives in how many records they stood. A trial writes nothing. */
  takeOutWords(partIds: readonly string[], words: string, trial: { readonly isTrial: boolean }): Promise<number>;
  /** What was closed at exactly this place within the days in which trouble that comes back counts as a failed close-out; latest first. */
  closedNear(placePath: string): Promise<readonly ClosedPart[]>;
  /** What residents said of the work from these sources, each in the round it is in. */
  sumRatings(sources: readonly Pick<PartSource, "kind" | "id">[]): Promise<RatingSums>;
  readonly obligations: Obligations;
}
