import { Type, type Static } from "typebox";
import { evidenceKinds, fallbacks, stances } from "../words.js";
import { Count, Day, Id, Line, oneOf, Uuid7, Words } from "../shapes.js";

const one = <const K extends string, P extends Parameters<typeof Type.Object>[0]>(kind: K, payload: P) => Type.Object({ kind: Type.Literal(kind), ...payload });
/** Its id is made on the device, so that who takes it can be said before the server knows it. */
export const Part = Type.Object({
  ...{ id: Type.Optional(Uuid7), title: Line, standard: Words },
  evidenceNeeds: Type.Optional(Type.Array(oneOf(evidenceKinds), { uniqueItems: true })),
});

/** Everything that is done in a meeting. A motion's id is the id of its `move`, a decision's that of the `vote` that adopted it. */
export const MeetingCommand = Type.Union([
  one("checkIn", { inviteeId: Id }),
  one("leave", { inviteeId: Id }),
  one("open", {}),
  one("findInquorate", {}),
  one("takeUp", { itemId: Id }),
  one("move", { itemId: Id, text: Words }),
  one("vote", { motionId: Id, attending: Count, yes: Count, no: Count, abstain: Count, casting: Type.Optional(oneOf(["yes", "no"] as const)) }),
  one("countPoll", { motionId: Id, pollId: Id }),
  one("withdrawMotion", { motionId: Id, reason: Words }),
  one("revokeDecision", { motionId: Id, reason: Words }),
  one("recuse", { motionId: Id, inviteeId: Id, reason: Words }),
  one("endRecusal", { motionId: Id, inviteeId: Id }),
  one("object", { motionId: Id, inviteeId: Id, reason: Words }),
  one("answerObjection", { objectionId: Id, answer: Words, isWithdrawn: Type.Boolean() }),
  one("consent", { motionId: Id, attending: Count }),
  one("askToSpeak", { inviteeId: Id, stance: oneOf(stances) }),
  one("startSpeech", { inviteeId: Id, isGranted: Type.Optional(Type.Boolean()) }),
  one("endSpeech", {}),
  one("position", { itemId: Id, partyName: Line, stance: oneOf(stances), words: Words }),
  one("finishItem", { itemId: Id }),
  one("deferItem", { itemId: Id, reason: Words }),
  one("openParts", { decisionId: Id, parts: Type.Array(Part, { minItems: 1, maxItems: 30 }) }),
  one("claim", {
    ...{ partId: Id, origin: oneOf(["claimed", "assigned"] as const), ownerOrganizationId: Id, ownerId: Id, dueOn: Day },
    ...{ supportingOrganizationIds: Type.Array(Id, { maxItems: 20 }), conditions: Type.Optional(Words), verifierId: Type.Optional(Id) },
    ...{ standard: Type.Optional(Words) },
  }),
  one("dropPart", { partId: Id, reason: Words }),
  one("deferPart", { partId: Id, reason: Words, reviewOn: Day, chairNote: Type.Optional(Words) }),
  one("seekOwner", { partId: Id, until: Day, fallback: oneOf(fallbacks) }),
  one("remark", { itemId: Id, words: Line, inviteeId: Type.Optional(Id), answer: Type.Optional(Words) }),
  one("close", {}),
]);
export type MeetingCommand = Static<typeof MeetingCommand>;
export type CommandKind = MeetingCommand["kind"];
export type CommandOf<K extends CommandKind> = Extract<MeetingCommand, { kind: K }>;

/** A command as a device sends it: made once, repeated freely. */
export interface SentCommand {
  readonly id: string;
  readonly device: string;
  readonly sequence: number;
  /** When it happened, UTC. */
  readonly at: string;
  readonly command: MeetingCommand;
}
