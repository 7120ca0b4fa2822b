/** Where a work part comes from: a decision of a meeting, or another plugin's record. */
export interface PartSource {
  /** "meetings.decision" */
  readonly kind: string;
  readonly id: string;
  readonly meetingId: string | null;
  readonly title: string;
}
export interface NewPart {
  readonly title: string;
  /** 怎样算办好 */
  readonly standard: string;
  readonly placePath: string;
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
  readonly closedOn: string | null;
  readonly light: TrafficLight;
  /** Working days past due; 0 when not late, and when they cannot be counted. */
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
}

/** What other plugins ask of the promise ledger, as `use.commitments`. Changes are refused with coded errors. */
export interface Commitments {
  openParts(source: PartSource, parts: readonly NewPart[]): Promise<readonly string[]>;
  commit(partId: string, commitment: NewCommitment): Promise<string>;
  deferPart(partId: string, reason: string, reviewOn: string): Promise<void>;
  partsOfMeeting(meetingId: string): Promise<readonly PartCard[]>;
  /** Open promises at or below a path, overdue first: the old business of the next meeting. */
  unfinishedAt(path: string): Promise<readonly PartCard[]>;
}
