import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Id, oneOf, orNull, Text } from "../shapes.js";
import { filterNames } from "./filter-names.js";
import { pageSize } from "./ledger.repository.js";

/** One line of the ledger. `daysLate` is null where working days cannot be counted because a year is not loaded. */
export const LedgerLine = Type.Object({
  partId: Text,
  commitmentId: orNull(Text),
  title: Text,
  standard: Text,
  sourceKind: Text,
  sourceTitle: Text,
  meetingId: orNull(Text),
  placeName: Text,
  openedOn: Text,
  light: Text,
  state: orNull(Text),
  origin: orNull(Text),
  ownerOrganization: orNull(Text),
  owner: orNull(Text),
  supporting: Type.Array(Text),
  /** The day it was first given, and the one it began on: later when it was opened again. */
  madeOn: orNull(Text),
  startedOn: orNull(Text),
  dueOn: orNull(Text),
  /** The first day with four fifths of the time used. */
  soonOn: orNull(Text),
  closedOn: orNull(Text),
  /** When what rests is looked at again: put off by a meeting, or blocked. */
  reviewOn: orNull(Text),
  deferReason: orNull(Text),
  blockKind: orNull(Text),
  blockReason: orNull(Text),
  /** The work that has to be done first. */
  waitsFor: orNull(Type.Object({ partId: Text, title: Text })),
  /** While a lead is looked for: until when, what happens then, and the day that came. */
  seekUntil: orNull(Text),
  seekFallback: orNull(Text),
  seekOverOn: orNull(Text),
  deferCount: Type.Integer(),
  bounceCount: Type.Integer(),
  failedCount: Type.Integer(),
  evidenceNeeds: Type.Array(Text),
  /** "merged", "withdrawn" or "void" once it left the ledger. */
  endedAs: orNull(Text),
  /** Days since anything was done about it, when that is reason to look. */
  untouchedDays: orNull(Type.Integer()),
  daysLate: orNull(Type.Integer()),
  remindedTimes: Type.Integer(),
  lastNote: orNull(Text),
});
export const ledgerQuery = {
  filter: oneOf(filterNames),
  search: Type.Optional(Type.String({ maxLength: 50 })),
  organizationId: Type.Optional(Id),
  meetingId: Type.Optional(Id),
  /** Only what was closed out in this year: what a unit did, for the year-end word to it. */
  closedIn: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  /** Only what nobody touched for long. */
  stale: Type.Optional(Type.Boolean()),
};
const Counts = Type.Object(
  Object.fromEntries(filterNames.map((name) => [name, Type.Integer()])) as Record<(typeof filterNames)[number], ReturnType<typeof Type.Integer>>,
);
const Organizations = Type.Array(Type.Object({ id: Text, name: Text }));

export const listLedgerRoute = route("GET /ledger", {
  summary: "The ledger at the places one may see: filter, counts, fifty lines a page, gaps and overdue first",
  may: commitments.permissions.see,
  at: "list",
  query: Type.Object({ ...ledgerQuery, page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) }),
  returns: Type.Object({
    lines: Type.Array(LedgerLine),
    counts: Counts,
    pageSize: Type.Integer(),
    organizations: Organizations,
    missingYear: orNull(Type.Integer()),
    thisYear: Type.Integer(),
  }),
  async handle({ query: { page = 0, ...query }, scope, services, clock }) {
    const [shown, organizations, missingYear] = await Promise.all([
      services.ledger.page(scope, query, page),
      services.ledger.organizations(scope),
      services.ledger.missingYear(),
    ]);
    return { ...shown, pageSize, organizations, missingYear, thisYear: Number(clock.today().slice(0, 4)) };
  },
});

export const listMineRoute = route("GET /mine", {
  summary: "What the person asking promised and has not closed, and what they shall check",
  may: "signed-in",
  at: "self",
  returns: Type.Object({
    lines: Type.Array(Type.Intersect([LedgerLine, Type.Object({ isToCheck: Type.Boolean() })])),
    /** Waiting for this person's signature; `isMine`: they shall take it. */
    handOvers: Type.Array(Type.Object({ id: Text, partId: Text, title: Text, isMine: Type.Boolean(), otherName: Text })),
  }),
  handle: async ({ actor: { personId }, services }) => ({
    lines: personId ? await services.ledger.mine(personId) : [],
    handOvers: personId ? await services.ledger.handOvers(personId) : [],
  }),
});
