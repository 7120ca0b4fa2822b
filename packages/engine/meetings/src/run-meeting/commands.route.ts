import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Id, Instant, orNull, Text, Uuid7 } from "../shapes.js";
import { MeetingCommand } from "./meeting-command.js";
import { RoomShape } from "./room-shape.js";

const Sent = Type.Object({ id: Uuid7, device: Id, sequence: Type.Integer({ minimum: 0 }), at: Instant, command: MeetingCommand });
const Value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const Refusal = Type.Object({ code: Text, message: Text, params: Type.Record(Type.String(), Value) });

export const sendCommands = route("POST /meetings/:meetingId/commands", {
  summary: "What was done in the meeting, in order; each command is done once however often it is sent",
  may: meetings.permissions.checkIn,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ commands: Type.Array(Sent, { minItems: 1, maxItems: 50 }), keepsRefused: Type.Optional(Type.Boolean()) }),
  returns: Type.Object({ outcomes: Type.Array(Type.Object({ id: Text, refusal: orNull(Refusal) })), room: RoomShape }),
  async handle({ params, body, services, may }) {
    const { outcomes, room } = await services.room.apply((await services.meetings.find(params.meetingId))!, body.commands, body.keepsRefused ?? false, may);
    return {
      outcomes: outcomes.map(({ id, refusal }) => ({ id, refusal: refusal && { ...refusal, params: { ...refusal.params } } })),
      room: await services.room.show(room),
    };
  },
});

export const showRoomRoute = route("GET /meetings/:meetingId/room", {
  summary: "The meeting as it stands: who is there, quorum, items, motions, decisions, parts and who leads them",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: RoomShape,
  async handle({ params, services }) {
    return services.room.show(await services.room.read((await services.meetings.find(params.meetingId))!));
  },
});

export const showInvitedRoomRoute = route("GET /meetings/:meetingId/invited-room", {
  summary: "The same for whoever is asked to the meeting or sits in for a member, with no role beside their seat",
  may: "signed-in",
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: RoomShape,
  async handle({ params, services }) {
    const meeting = (await services.meetings.find(params.meetingId))!;
    await services.answers.checkAsked(meeting.id);
    return services.room.show(await services.room.read(meeting));
  },
});
