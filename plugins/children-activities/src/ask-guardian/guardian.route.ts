import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { Collector, CorrectedChild, Erased, OpenedChild, OwnAnswers } from "../keep-children/child.route.js";
import { route } from "../services.js";
import { readers } from "../tell-readers/who-read.js";
import { Day, Id, Line, Made, Nothing, oneOf, orNull, Text } from "../shapes.js";

const Key = Type.String({ minLength: 22, maxLength: 22 });
const Token = Type.String({ minLength: 20, maxLength: 200 });
const base = "/public/guardians/:guardianId" as const;
const open = { may: "anyone", at: "none", limit: { most: 60, minutes: 10 } } as const;
const few = { may: "anyone", at: "none", limit: { most: 10, minutes: 10 } } as const;

export const sendDoorCodeRoute = route(`POST ${base}/codes`, {
  summary: "Send the code that opens a guardian's page to the guardian's phone",
  ...few,
  body: Type.Object({ key: Key }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.guardians.sendCode(params.guardianId, body.key);
    return {};
  },
});

export const openDoorRoute = route(`POST ${base}/door`, {
  summary: "Open a guardian's page with the code; says how many tries are left when it is wrong",
  ...few,
  body: Type.Object({ key: Key, code: Type.String({ minLength: 6, maxLength: 8 }) }),
  returns: Type.Object({ token: orNull(Text), left: Type.Integer() }),
  handle: ({ params, body, services }) => services.guardians.open(params.guardianId, body.key, body.code),
});

const OwnChild = Type.Object({
  ...OpenedChild.properties,
  /** Of the others it is not said who answered what. */
  guardians: Type.Array(Type.Object({ guardianId: Text, relation: Text, name: Text, phone: Text, getsTexts: Type.Boolean() })),
  own: OwnAnswers,
  sessions: Type.Array(
    Type.Object({ id: Text, programmeId: Text, heldOn: Text, startsAt: Text, endsAt: Text, title: Text, home: Text, isHere: Type.Boolean() }),
  ),
  incidents: Type.Array(Type.Object({ id: Text, kind: Text, at: Text, words: orNull(Text), isCorrected: Type.Boolean() })),
  readings: Type.Array(Type.Object({ on: Text, lastAt: Text, reader: oneOf(readers), name: orNull(Text), purpose: Text, times: Type.Integer() })),
  visits: Type.Array(
    Type.Object({
      ...{ id: Text, heldOn: Text, title: Text, state: Text, arrivedAt: orNull(Text), departedAt: orNull(Text) },
      /** Who collected the child; allowed for that day alone. */
      by: orNull(Type.Object({ name: Text, relation: Text, isOneOff: Type.Boolean() })),
      /** When somebody who is not on the list asked for the child, and it was not given to them. */
      refused: Type.Array(Text),
    }),
  ),
});

export const showOwnRoute = route(`POST ${base}/children`, {
  summary: "All that is kept of a guardian's children, and who read it when and for what, for the guardian",
  ...open,
  reads: true,
  body: Type.Object({ token: Token }),
  returns: Type.Object({
    ...{ children: Type.Array(OwnChild), textVersion: Text, citation: Text },
    words: Type.Object({ data: Text, participation: Text, photo: Text, health: Text }),
  }),
  handle: ({ params, body, services }) => services.guardians.show({ ...params, ...body }),
});

export const copyOwnRoute = route(`POST ${base}/copy`, {
  summary: "The same as a sheet to keep",
  ...open,
  reads: true,
  body: Type.Object({ token: Token }),
  returns: Nothing,
  handle: async ({ params, body, services }) => ({
    ...{ file: "孩子的资料.xlsx", type: xlsxType },
    body: await services.guardians.copy({ ...params, ...body }),
  }),
});

export const answerOwnRoute = route(`POST ${base}/children/:childId/consents`, {
  summary: "A guardian agrees to a purpose, for all activities or one, until a day or for good, or takes it back; at once",
  ...open,
  body: Type.Object({ token: Token, purpose: oneOf(consentPurposes), isYes: Type.Boolean(), programmeId: Type.Optional(Id), untilOn: Type.Optional(Day) }),
  returns: Nothing,
  async handle({ params: { guardianId, childId }, body: { token, ...said }, services }) {
    await services.guardians.answer({ guardianId, token }, childId, said);
    return {};
  },
});

export const correctOwnRoute = route(`POST ${base}/children/:childId/corrections`, {
  summary: "A guardian puts a child's data right",
  ...open,
  body: Type.Object({ token: Token, ...CorrectedChild.properties }),
  returns: Nothing,
  async handle({ params: { guardianId, childId }, body: { token, ...said }, services }) {
    await services.guardians.correct({ guardianId, token }, childId, said);
    return {};
  },
});

export const correctOwnNameRoute = route(`POST ${base}/name`, {
  summary: "A guardian puts their own name right",
  ...open,
  body: Type.Object({ token: Token, name: Line }),
  returns: Nothing,
  async handle({ params: { guardianId }, body: { token, name }, services }) {
    await services.guardians.correctName({ guardianId, token }, name);
    return {};
  },
});

export const eraseOwnRoute = route(`POST ${base}/children/:childId/erasure`, {
  summary: "A guardian has a child's data erased; of one who is there as soon as it is home",
  ...open,
  body: Type.Object({ token: Token }),
  returns: Erased,
  handle: ({ params: { guardianId, childId }, body, services }) => services.guardians.erase({ guardianId, ...body }, childId),
});

export const undoOwnErasureRoute = route(`POST ${base}/children/:childId/erasure-undone`, {
  summary: "A child who is there still is not to be erased after all",
  ...open,
  body: Type.Object({ token: Token }),
  returns: Nothing,
  async handle({ params: { guardianId, childId }, body, services }) {
    await services.guardians.undoErasure({ guardianId, ...body }, childId);
    return {};
  },
});

export const nameOwnCollectorRoute = route(`POST ${base}/children/:childId/collectors`, {
  summary: "A guardian names somebody who may take the child home",
  ...open,
  body: Type.Object({ token: Token, ...Collector.properties, sessionId: Type.Optional(Id) }),
  returns: Made,
  handle: async ({ params: { guardianId, childId }, body: { token, ...said }, services }) => ({
    id: await services.guardians.nameCollector({ guardianId, token }, childId, said),
  }),
});

export const endOwnCollectorRoute = route(`POST ${base}/collectors/:collectorId/end`, {
  summary: "A guardian takes somebody off that list",
  ...open,
  body: Type.Object({ token: Token }),
  returns: Nothing,
  async handle({ params: { guardianId, collectorId }, body: { token }, services }) {
    await services.guardians.endCollector({ guardianId, token }, collectorId);
    return {};
  },
});
