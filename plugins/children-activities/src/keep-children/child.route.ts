import { Type } from "typebox";
import { ownParts } from "../ask-guardian/note-own.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { answerWords } from "../keep-consents/own-answers.js";
import { route } from "../services.js";
import { Day, Id, Line, Made, Nothing, oneOf, orNull, Text } from "../shapes.js";

/** No office opens children's data: whoever is signed in may ask, and the home's director alone is answered. */
const keep = "signed-in";
const Short = Type.String({ maxLength: 40 });
const Phone = Type.String({ maxLength: 30 });
export const Relation = Type.String({ minLength: 1, maxLength: 20, pattern: "\\S" });
const Note = Type.String({ maxLength: 200 });
export const Collector = Type.Object({ name: Line, phone: Type.Optional(Phone), relation: Relation });
const Corrected = {
  ...{ name: Type.Optional(Line), bornIn: Type.Optional(Short), grade: Type.Optional(Short), gridName: Type.Optional(Short) },
  ...{ isGirl: Type.Optional(Type.Boolean()), health: Type.Optional(Note), aloneRoute: Type.Optional(Note) },
};
/** No: the child is there, and it is done once it is home. */
export const Erased = Type.Object({ isErased: Type.Boolean() });
const Said = oneOf(answerWords);
export const CorrectedChild = Type.Object(Corrected);
/** What one guardian said of each purpose for everything. */
export const OwnAnswers = Type.Object({ data: Said, participation: Said, photo: Said, health: Said });
export const OpenedChild = Type.Object({
  ...{ id: Text, name: Text, bornIn: Text, isGirl: Type.Boolean(), ageBand: Text, grade: orNull(Text), gridName: orNull(Text), version: Type.Integer() },
  ...{ health: orNull(Text), aloneRoute: orNull(Text) },
  /** What a guardian put right of late on their own page. */
  corrected: orNull(Type.Object({ on: Text, parts: Type.Array(oneOf(ownParts)) })),
  /** Since when the data are to be erased as soon as the child is home. */
  eraseAskedAt: orNull(Text),
  guardians: Type.Array(Type.Object({ guardianId: Text, relation: Text, name: Text, phone: Text, getsTexts: Type.Boolean(), answers: OwnAnswers })),
  collectors: Type.Array(Type.Object({ id: Text, name: Text, phone: orNull(Text), relation: Text, isOneOff: Type.Boolean() })),
  consents: Type.Array(Type.Object({ purpose: Text, isGiven: Type.Boolean() })),
  activities: Type.Array(Type.Object({ id: Text, title: Text })),
  limits: Type.Array(Type.Object({ guardianId: Text, purpose: Text, activity: orNull(Text), untilOn: orNull(Text), isYes: Type.Boolean() })),
});

export const Answers = Type.Object(
  Object.fromEntries(consentPurposes.map((purpose) => [purpose, Type.Boolean()])) as Record<(typeof consentPurposes)[number], ReturnType<typeof Type.Boolean>>,
);

export const registerChildRoute = route("POST /homes/:homeId/children", {
  summary: "Write a child down from a guardian's signed consent",
  may: keep,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  body: Type.Object({
    ...{ name: Line, bornIn: Short, isGirl: Type.Boolean(), grade: Type.Optional(Short), gridName: Type.Optional(Short) },
    ...{ health: Type.Optional(Note), aloneRoute: Type.Optional(Note), textVersion: Id, givenOn: Day },
    guardian: Type.Object({ name: Line, phone: Phone, relation: Relation }),
    consents: Answers,
    collectors: Type.Array(Collector, { maxItems: 20 }),
  }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.children.register(params.homeId, { ...body, via: "paper" }) }),
});

export const listChildrenRoute = route("GET /homes/:homeId/children", {
  summary: "The children of a home with all that is kept of them, for its director; each reading is logged with its purpose",
  may: keep,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({
    children: Type.Array(OpenedChild),
    /** The wordings that a sheet written down today may bear. */
    texts: Type.Array(Type.Object({ version: Text, fromOn: Text, untilOn: orNull(Text) })),
  }),
  handle: async ({ params, services }) => ({ children: await services.children.list(params.homeId), texts: services.children.texts() }),
});

export const correctChildRoute = route("PATCH /children/:childId", {
  summary: "Put a child's data right, as its guardian asks",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  body: CorrectedChild,
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.children.mustKeep(params.childId);
    await services.children.correct(params.childId, body);
    return {};
  },
});

export const eraseChildRoute = route("POST /children/:childId/erasure", {
  summary: "Erase a child's data, as its guardian asks; of one who is there as soon as it is home. What was counted still counts",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  returns: Erased,
  async handle({ params, services }) {
    await services.children.mustKeep(params.childId);
    return services.children.erase(params.childId);
  },
});

export const undoErasureRoute = route("POST /children/:childId/erasure-undone", {
  summary: "A child who is there still is not to be erased after all",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.children.mustKeep(params.childId);
    await services.children.undoErasure(params.childId);
    return {};
  },
});

export const recordAnswerRoute = route("POST /children/:childId/consents", {
  summary: "What a guardian says on paper about one purpose: a yes from the day it was signed in the wording that was signed, a no from now on",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  body: Type.Object({
    ...{ guardianId: Id, purpose: oneOf(consentPurposes), isYes: Type.Boolean(), programmeId: Type.Optional(Id), untilOn: Type.Optional(Day) },
    ...{ givenOn: Type.Optional(Day), textVersion: Type.Optional(Id) },
  }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.children.mustKeep(params.childId);
    await services.children.answer(params.childId, { ...body, via: "paper" });
    return {};
  },
});

export const addGuardianRoute = route("POST /children/:childId/guardians", {
  summary: "Another guardian of a child, from their own signed sheet",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  body: Type.Object({ name: Line, phone: Phone, relation: Relation, consents: Answers, textVersion: Id, givenOn: Day }),
  returns: Made,
  async handle({ params, body, services }) {
    await services.children.mustKeep(params.childId);
    return { id: await services.children.addGuardian(params.childId, { ...body, via: "paper" }) };
  },
});

export const endGuardianRoute = route("POST /children/:childId/guardians/:guardianId/end", {
  summary: "Somebody does not answer for a child any more: whom they named and what they agreed to end at once",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.children.mustKeep(params.childId);
    await services.children.endGuardian(params.childId, params.guardianId);
    return {};
  },
});

export const correctGuardianRoute = route("PATCH /guardians/:guardianId", {
  summary: "Put a guardian's name or number right, from paper; codes go to the new number from now on",
  may: keep,
  at: ({ params, services }) => services.placeOf.guardian(params.guardianId),
  body: Type.Object({ name: Type.Optional(Line), phone: Type.Optional(Phone) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.children.correctGuardian(params.guardianId, body);
    return {};
  },
});

export const nameCollectorRoute = route("POST /children/:childId/collectors", {
  summary: "Somebody who may take the child home, named by a guardian on paper",
  may: keep,
  at: ({ params, services }) => services.placeOf.child(params.childId),
  body: Type.Object({ ...Collector.properties, namedById: Id }),
  returns: Made,
  async handle({ params, body: { namedById, ...said }, services }) {
    await services.children.mustKeep(params.childId);
    return { id: await services.children.nameCollector(params.childId, said, namedById) };
  },
});

export const endCollectorRoute = route("POST /collectors/:collectorId/end", {
  summary: "Somebody may not take the child home any more",
  may: keep,
  at: ({ params, services }) => services.placeOf.collector(params.collectorId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.children.endCollector(params.collectorId);
    return {};
  },
});
