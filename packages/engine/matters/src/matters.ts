/** The stages of a matter (诉求/议题); matters/state.ts says which may follow which. */
export type MatterState =
  "proposed" | "screening" | "accepted" | "merged" | "referred" | "returned" | "scheduled" | "discussed" | "decided" | "deferred" | "escalated" | "withdrawn";

/** A remark that does not stop a matter but is shown wherever it is treated, with the law it rests on. */
export interface MatterWarning {
  /** "maintenance_fund": spending it needs the owners' general meeting. */
  readonly code: string;
  readonly competentBody: string;
  readonly citation: string;
}

export interface MatterCard {
  readonly id: string;
  /** "2026-0012", unique at a community. */
  readonly number: string;
  readonly title: string;
  readonly state: MatterState;
  readonly placeId: string;
  readonly placePath: string;
  /** The person who raised it; null when they gave no name. */
  readonly reportedBy: string | null;
  readonly enteredBy: string;
  readonly raisedOn: string;
  readonly warnings: readonly MatterWarning[];
}

/** What other plugins ask of matters, as `use.matters`. Every change is refused by a coded error when the state does not allow it. */
export interface Matters {
  findMatter(id: string): Promise<MatterCard | undefined>;
  /** Accepted or deferred matters at or below a path, oldest first: what an agenda can be made of. */
  waitingForMeeting(path: string): Promise<readonly MatterCard[]>;
  /** On the agenda of a meeting. */
  schedule(matterIds: readonly string[], meetingId: string): Promise<void>;
  /** Discussed and decided there. */
  decide(matterId: string, decisionId: string, meetingId: string): Promise<void>;
  /** Not settled: comes back to the backlog with a reason. */
  defer(matterId: string, meetingId: string, reason: string): Promise<void>;
}
