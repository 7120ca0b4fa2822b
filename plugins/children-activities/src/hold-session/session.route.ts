import { Type } from "typebox";
import { route } from "../services.js";
import { Broken, Nothing, orNull, Text } from "../shapes.js";

/** Whoever is signed in may ask; only who leads the session is answered. */
const may = "signed-in";

export const openSessionRoute = route("POST /sessions/:sessionId/open", {
  summary: "Open a session whose adults are there; refused while a rule is broken",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.open(params.sessionId);
    return {};
  },
});

export const closeSessionRoute = route("POST /sessions/:sessionId/close", {
  summary: "Close a session when every child went home",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.close(params.sessionId);
    return {};
  },
});

const Child = Type.Object({
  ...{
    attendanceId: Text,
    childId: Text,
    state: Text,
    arrivedAt: orNull(Text),
    departedAt: orNull(Text),
    absenceCalledAt: orNull(Text),
    wearsPhotoBadge: Type.Boolean(),
  },
  steps: Type.Array(Type.Object({ step: Text, at: Text, hurry: orNull(Text) })),
  next: orNull(Type.Object({ step: Text, dueAt: Text })),
});
const Post = Type.Object({
  id: Text,
  adultId: Text,
  personId: Text,
  isSelf: Type.Boolean(),
  name: Text,
  state: Text,
  arrivedAt: orNull(Text),
  leftAt: orNull(Text),
  leftReason: orNull(Text),
});

export const showBoardRoute = route("GET /sessions/:sessionId/board", {
  summary: "The board: who is there by number, what is wrong, judged at this instant, or who came when it is over; without a child's name",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Type.Object({
    ...{
      id: Text,
      title: Text,
      heldOn: Text,
      startsAt: Text,
      endsAt: Text,
      comesFrom: Text,
      state: Text,
      version: Type.Integer(),
      now: Text,
      mayTakeIn: Type.Boolean(),
      homeId: Text,
      /** The reader is the home's director, who alone takes a child off the list and puts it on again. */
      isMine: Type.Boolean(),
      off: Type.Integer(),
      offByGuardian: Type.Integer(),
    },
    ...{
      present: Type.Integer(),
      enrolled: Type.Integer(),
      adults: Type.Integer(),
      isSafe: orNull(Type.Boolean()),
      since: orNull(Text),
      countDueAt: orNull(Text),
      isCountLate: Type.Boolean(),
      isUncollected: Type.Boolean(),
    },
    ratio: orNull(Type.Object({ needed: Type.Integer(), isLeast: Type.Boolean(), mode: Text, arithmetic: Text, children: Type.Integer() })),
    /** Before they open: how many vetted adults are there, and what keeps them shut. */
    doors: orNull(Type.Object({ adults: Type.Integer(), violations: Type.Array(Broken) })),
    lastCount: orNull(Type.Object({ at: Text, counted: Type.Integer(), present: Type.Integer(), by: Text })),
    violations: Type.Array(Broken),
    /** Who asked never confirms. */
    override: orNull(Type.Object({ id: Text, untilAt: Text, isConfirmed: Type.Boolean(), isOwn: Type.Boolean() })),
    posts: Type.Array(Post),
    standIns: Type.Array(Type.Object({ adultId: Text, name: Text })),
    children: Type.Array(Child),
  }),
  handle: ({ params, services }) => services.sessions.board(params.sessionId),
});

export const watchSessionRoute = route("GET /sessions/:sessionId/watch", {
  summary: "Waits, ten seconds at the most, until the board is another than that of this version; gives the version it has then",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })) }),
  returns: Type.Object({ version: Type.Integer() }),
  handle: ({ params, query, services }) => services.sessions.watch(params.sessionId, query.version),
});

export const showNamesRoute = route("GET /sessions/:sessionId/children", {
  summary: "The names that go with the board, for who leads it; each opening is logged",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Type.Object({
    children: Type.Array(
      Type.Object({ childId: Text, name: Text, health: orNull(Text), ageBand: Text, mayBePhotographed: Type.Boolean(), mayGoAlone: Type.Boolean() }),
    ),
  }),
  handle: async ({ params, services }) => ({ children: await services.sessions.names(params.sessionId) }),
});

export const countHeadsRoute = route("POST /sessions/:sessionId/head-counts", {
  summary: "A head count; says how many are missing",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ counted: Type.Integer({ minimum: 0, maximum: 500 }) }),
  returns: Type.Object({ present: Type.Integer(), missing: Type.Integer() }),
  handle: ({ params, body, services }) => services.sessions.count(params.sessionId, body.counted),
});
