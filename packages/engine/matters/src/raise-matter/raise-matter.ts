import { errors } from "../errors.js";
import type { Directory, MattersContext } from "../plugin.js";
import { findWarningCodes } from "../screen-matter/find-warnings.js";
import { communityPathOf, giveNumber } from "./give-number.js";

/** Who is named as the one who raised it: the person asking, another one, or nobody. */
export const reporters = ["self", "other", "unnamed"] as const;
export interface NewMatter {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly wish?: string | undefined;
  readonly placeId: string;
  readonly spot?: string | undefined;
  readonly reporter: (typeof reporters)[number];
  /** For "other": the person on whose behalf it is entered. */
  readonly reporterId?: string | undefined;
  /** The enterer does this for others as a task, so their name is no secret when the reporter's is. */
  readonly isDesk: boolean;
  /** Who writes it down; the person asking unless a maker or another plugin says otherwise. */
  readonly enteredBy?: string | undefined;
}

const tidy = (text: string | undefined): string | null => text?.trim() || null;

async function getReporter(
  { use, actor }: MattersContext,
  { reporter, reporterId, ...input }: NewMatter,
): Promise<{ reportedBy: string | null; enteredBy: string }> {
  const enteredBy = input.enteredBy ?? actor.personId;
  if (!enteredBy) throw errors.personNeeded();
  if (reporter !== "other") return { reportedBy: reporter === "self" ? enteredBy : null, enteredBy };
  const person = reporterId ? await use.directory.findPerson(reporterId) : undefined;
  if (!person) throw errors.reporterUnknown({}, "body.reporterId");
  return { reportedBy: person.id, enteredBy };
}

async function getPlace({ use }: MattersContext, placeId: string): Promise<NonNullable<Awaited<ReturnType<Directory["findPlace"]>>>> {
  const place = await use.directory.findPlace(placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  return place;
}

/** Writes down what somebody raised, under the next number of its community; throws personNeeded, reporterUnknown, placeUnknown. */
export async function raiseMatter(ctx: MattersContext, input: NewMatter): Promise<{ id: string; number: string }> {
  const { db, use, newId, clock, publish, audit } = ctx;
  const [people, place] = [await getReporter(ctx, input), await getPlace(ctx, input.placeId)];
  const raisedOn = clock.today();
  const number = await giveNumber(db, await communityPathOf(use.directory, place.id), raisedOn.slice(0, 4));
  const said = { title: input.title.trim(), detail: tidy(input.detail), wish: tidy(input.wish), spot: tidy(input.spot) };
  const fresh = { id: newId(), number, ...said, placeId: place.id, placePath: place.path, ...people, raisedOn, createdAt: clock.now() };
  const warningCodes = findWarningCodes({}, [said.title, said.detail, said.wish]);
  await db
    .insertInto("matters_matter")
    .values({
      ...fresh,
      isEntererHidden: input.reporter === "unnamed" && !input.isDesk,
      state: "proposed",
      warningCodes,
      mergedIntoId: null,
      referredTo: null,
      meetingId: null,
      decisionId: null,
    })
    .execute();
  const forId = input.reporter === "other" ? people.reportedBy : null;
  await db
    .insertInto("matters_entry")
    .values({
      id: newId(),
      matterId: fresh.id,
      move: "raise",
      fromState: null,
      toState: "proposed",
      at: clock.now(),
      byId: people.enteredBy,
      forId,
      note: null,
    })
    .execute();
  publish("raised", fresh.id, { matterId: fresh.id, number });
  audit("raise", fresh.id, { placePath: place.path, reportedBy: people.reportedBy });
  return { id: fresh.id, number };
}
