/** The stages of a matter (诉求/议题); keep-state/matter-state.ts says which may follow which. */
export type MatterState =
  | "proposed"
  | "screening"
  | "accepted"
  | "merged"
  | "referred"
  | "returned"
  | "split"
  | "scheduled"
  | "discussed"
  | "decided"
  | "deferred"
  | "escalated"
  | "resolved"
  | "withdrawn";

/** A remark that does not stop a matter but is shown wherever it is treated, with the law it rests on. */
export interface MatterWarning {
  /** "maintenance_fund": spending it needs the owners' general meeting. */
  readonly code: string;
  readonly competentBody: string;
  readonly citation: string;
}

export interface MatterCard {
  readonly id: string;
  /** "2026-0012", unique at a community; "2026-0012-2" when it was split off. */
  readonly number: string;
  readonly title: string;
  readonly state: MatterState;
  readonly placeId: string;
  readonly placePath: string;
  /** The person who raised it; null when they gave no name, or have no account. */
  readonly reportedBy: string | null;
  /** A person of the directory, or the guest who wrote it without an account. */
  readonly enteredBy: string;
  readonly raisedOn: string;
  /** The meeting (社区夜话) at which it was said; null when it was raised otherwise. */
  readonly talkId: string | null;
  readonly warnings: readonly MatterWarning[];
}

/** How a matter came: written by the one concerned, told at a visit or by phone, on paper, at an evening talk, on the public page. */
export const channels = ["self", "visit", "phone", "paper", "talk", "public"] as const;
export type Channel = (typeof channels)[number];

/** Something said at a meeting (社区夜话), as it is written down there. */
export interface Remark {
  /** Which remark of the meeting it is, to be found by again; left out where there is no such record. */
  readonly id?: string | undefined;
  readonly title: string;
  /** What does not fit into the title. */
  readonly detail?: string | undefined;
  readonly placeId: string;
  /** The person who said it; null when it is nobody's name. */
  readonly saidBy: string | null;
  /** Who writes it down; the person asking when left out. */
  readonly enteredBy?: string | undefined;
  /** What was answered on the spot (当场答复); then it is settled at once. */
  readonly answer?: string | undefined;
}

/** Trouble that people of another plugin saw: a loose railing on a clean-up day. */
export interface Sighting {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly placeId: string;
  /** Where exactly, in a few words. */
  readonly spot?: string | undefined;
  /** Who writes it down; the person asking when left out. */
  readonly enteredBy?: string | undefined;
  /** One household's own affair (an elder's wish to see a doctor): no council asks whether it is everybody's, somebody is told to do it. */
  readonly isPersonal?: boolean | undefined;
}

/** What happens to a matter outside of matters and is told to whoever raised it: who took it over, how far it is. */
export const followUps = ["moved", "effective", "awaiting", "claimed", "assigned", "progressed", "submitted", "checked", "closed", "reopened"] as const;
export type FollowUp = (typeof followUps)[number];

/** Sums over what was raised in a period: the five outcomes add up to `raised`; what was split counts once, by all its parts. */
export interface RaisedSums {
  readonly raised: number;
  readonly resolved: number;
  readonly underway: number;
  readonly returned: number;
  readonly withdrawn: number;
  readonly merged: number;
  /** How many had a first answer, and after how many minutes the middle one had it; null when none had. */
  readonly answered: number;
  readonly medianMinutes: number | null;
  /** How many had a day to be answered by that has come or that they were answered before, and how many of those were answered by it. */
  readonly due: number;
  readonly inTime: number;
  /** How many were raised before and are under way still. */
  readonly openBefore: number;
  /** All of them and what they were split into. */
  readonly matterIds: readonly string[];
}

/** How a matter stands by whatever carries it on: under way, settled, or over without being settled (returned, withdrawn). */
export type MatterOutcome = "underway" | "resolved" | "ended";

/** What other plugins ask of matters, as `use.matters`. Every change is refused by a coded error when the state does not allow it. */
export interface Matters {
  findMatter(id: string): Promise<MatterCard | undefined>;
  /** Those of these ids that are known, by id; one query. */
  findMatters(ids: readonly string[]): Promise<ReadonlyMap<string, MatterCard>>;
  /** How a matter ended, also one that was merged into another or split into parts; undefined where there is none. */
  outcomeOf(id: string): Promise<MatterOutcome | undefined>;
  /**
   * Everything that is over now that a matter is: itself, whatever was merged into it, and what it was split off from once all its parts are over;
   * by how it ended. Nothing while it is under way.
   */
  overWith(id: string): Promise<readonly { readonly outcome: MatterOutcome; readonly ids: readonly string[] }[]>;
  /** What a matter carries on, itself first: whatever was merged into it, and what these were split off from, in turn; nothing where there is no such matter. */
  carriedOnBy(id: string): Promise<readonly string[]>;
  /** Accepted or deferred matters at or below a path, oldest first: what an agenda can be made of. */
  waitingForMeeting(path: string): Promise<readonly MatterCard[]>;
  /** Matters reported upwards from at or below a path, oldest first: what an assignment meeting (问题交办会) can be made of. */
  escalatedAt(path: string): Promise<readonly MatterCard[]>;
  /** What was raised at or below a path within days, both counted, and what became of it until now. */
  sumRaised(path: string, from: string, to: string): Promise<RaisedSums>;
  /** Raised in nobody's name by whoever writes it down; throws personNeeded, placeUnknown. */
  raise(sighting: Sighting): Promise<{ readonly id: string; readonly number: string }>;
  /** Taken back with a reason, for the record, if nobody has treated it yet and nothing was merged into it; gives whether it was. */
  takeBack(matterId: string, reason: string): Promise<boolean>;
  /** On the agenda of a meeting; `when` says time and place to whoever raised it: "9月9日（周三）15:00，二楼议事厅". */
  schedule(matterIds: readonly string[], meetingId: string, when?: string): Promise<void>;
  /** Discussed and decided there; null when it was assigned without a decision of its own (交办). `awaits`: whose word or which steps it waits for. */
  decide(matterId: string, decisionId: string | null, meetingId: string, awaits?: string | null): Promise<void>;
  /** The decision on it takes effect when nothing is awaited any more (null), or waits for something else or again; told to whoever raised it. */
  setAwaited(matterId: string, awaits: string | null): Promise<void>;
  /** The body whose word the decision waited for refused it: it comes back to the backlog, if it has not gone on meanwhile, and whoever raised it is told why. */
  refuse(matterId: string, reason: string): Promise<void>;
  /** Not settled: comes back to the backlog with a reason. */
  defer(matterId: string, meetingId: string, reason: string): Promise<void>;
  /** Takes words out of all that is kept of these matters, for good (删去个人信息); gives in how many records they stood. A trial writes nothing. */
  takeOutWords(matterIds: readonly string[], words: string, trial: { readonly isTrial: boolean }): Promise<number>;
  /** One is part of another one of its community; undone by the screener. */
  merge(matterId: string, intoId: string, reason: string): Promise<void>;
  /** Each remark of a meeting becomes a matter with a day to answer by, counted in working days from the meeting's day; throws holidaysMissing. */
  raiseRemarks(meetingId: string, heldOn: string, remarks: readonly Remark[]): Promise<readonly { readonly id: string; readonly number: string }[]>;
  /**
   * What became of the remarks of a meeting, in the order they were made, each with the remark's id; not the parts one was split into since.
   * The id is null for what was written down before ids were kept.
   */
  remarksOf(meetingId: string): Promise<readonly (MatterCard & { readonly replyBy: string | null; readonly remarkId: string | null })[]>;
  /**
   * Writes down what happened elsewhere and tells whoever raised it; the state stays. `openNote` is what a private link, which anybody may hold, says instead of
   * a note that names somebody.
   */
  follow(matterId: string, step: FollowUp, note: string, openNote?: string): Promise<void>;
  /** What work for it is open in the ledger now, by titles: while there is some, nobody settles it by a mere answer. */
  keepWork(matterId: string, titles: readonly string[]): Promise<void>;
  /** All promises made for it are closed: it is settled with an answer. A matter that cannot be settled from its state stays as it is. */
  resolve(matterId: string, answer: string): Promise<void>;
  /** A promise made for it was opened again: a settled matter is under way once more. */
  resume(matterId: string, reason: string): Promise<void>;
}
