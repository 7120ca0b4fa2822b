import { addEntry } from "../keep-state/add-entry.js";
import { keepTally } from "../keep-state/keep-tally.js";
import { tabOf } from "../find-matter/tabs.js";
import type { Channel, MatterState } from "../matters.js";
import type { MattersContext } from "../plugin.js";
import { findWarningCodes } from "../screen-matter/find-warnings.js";

/** A matter as it is written down first, whatever way it came. */
export interface FreshMatter {
  readonly number: string;
  readonly title: string;
  readonly detail: string | null;
  readonly wish: string | null;
  readonly spot: string | null;
  readonly placeId: string;
  readonly placePath: string;
  readonly communityPath: string;
  readonly reportedBy: string | null;
  readonly enteredBy: string;
  readonly isEntererHidden: boolean;
  readonly channel: Channel;
  readonly affected: readonly string[];
  readonly replyBy: string | null;
  readonly state: MatterState;
  readonly isPersonal?: boolean;
  readonly splitFromId?: string;
  readonly guestId?: string;
  readonly talkId?: string;
  readonly remarkId?: string;
  /** The day it was said, where that is not today. */
  readonly raisedOn?: string;
}
export interface FirstEntry {
  readonly move: "raise" | "splitOff";
  readonly note?: string | null;
}

const untreated = { mergedIntoId: null, referredTo: null, meetingId: null, decisionId: null, openWork: null, awaits: null, isPersonal: false };

/** Stores a matter with its first entry and counts it; gives its id. */
export async function addMatter(ctx: MattersContext, matter: FreshMatter, { move, note = null }: FirstEntry): Promise<string> {
  const { db, newId, clock, publish, audit } = ctx;
  const { title, detail, wish, state, placePath, reportedBy, enteredBy, guestId } = matter;
  const id = newId();
  const kept = {
    stage: tabOf(state),
    warningCodes: findWarningCodes({}, [title, detail, wish]),
    raisedOn: matter.raisedOn ?? clock.today(),
    createdAt: clock.now(),
  };
  await db
    .insertInto("matters_matter")
    .values({ ...untreated, ...matter, ...kept, id })
    .execute();
  await keepTally(db, placePath, null, state);
  const people = { byId: enteredBy === guestId ? null : enteredBy, forId: reportedBy === enteredBy ? null : reportedBy };
  await addEntry(ctx, { matterId: id, move, fromState: null, toState: state, note, ...people });
  publish("raised", id, { matterId: id, number: matter.number });
  audit("raise", id, { placePath, reportedBy });
  return id;
}
