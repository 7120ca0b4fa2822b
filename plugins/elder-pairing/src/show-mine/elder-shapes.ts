import { Type } from "typebox";
import { Day, Flag, oneOf, orNull, Text } from "../shapes.js";

/** What is known of an elder; empty where it is sealed for the reader. */
export const CardShape = Type.Object({
  ...{ isOpen: Flag, levelNote: orNull(Text) },
  care: orNull(Type.Object({ living: Text, ability: Text, flags: Type.Array(Text) })),
  notes: Type.Object({ time: Type.Optional(Text), senses: Type.Optional(Text), key: Type.Optional(Text), hazards: Type.Optional(Text) }),
  ...{ phone: orNull(Text), address: orNull(Text) },
  contacts: Type.Array(Type.Object({ relation: Text, isAway: Flag, name: Text, phone: orNull(Text) })),
  consents: Type.Array(Type.Object({ scope: Text, form: Text, givenOn: Day, withdrawnOn: orNull(Text) })),
});
/** The search for an elder whom nobody knows of now; null when all is well. */
export const LadderShape = orNull(
  Type.Object({
    ...{ id: Text, startedAt: Text, steps: Type.Array(Type.Object({ id: Text, step: Text, at: Text, result: Text })) },
    next: orNull(Type.Object({ step: Text, notBefore: orNull(Text) })),
    /** Who answers for the place and can be asked to go to the door; `way`: how a letter reaches them (sms, mail), self: who reads this, none: call them. */
    leads: Type.Array(Type.Object({ name: Text, phone: orNull(Text), way: oneOf(["sms", "mail", "self", "none"]) })),
  }),
);
/** Visits, the last first; `by` the cadre who went, null where the place wrote it down; `mayUndo`: the reader wrote it down today. */
export const VisitsShape = Type.Array(
  Type.Object({
    ...{ id: Text, visitedOn: Day, mode: Text, isSeen: Flag, condition: Text, wrong: Type.Array(Text), words: orNull(Text) },
    ...{ childContact: orNull(Text), confirmedBy: orNull(Text), by: orNull(Text), mayUndo: Flag },
  }),
);
/**
 * What holds up the level for a time, the first first; what happened in a word for those alone who may open the record, else event. `dueOn`: by then somebody had to
 * come because of it; `levelBefore`: what the level was before the first.
 */
export const RaisedShape = Type.Array(Type.Object({ id: Text, kind: Text, onDay: Day, untilOn: Day, dueOn: orNull(Day), levelBefore: Text }));
export const DuesShape = Type.Array(Type.Object({ dueOn: Day, mode: Text, state: Text }));
