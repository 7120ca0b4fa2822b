import { errors } from "../errors.js";
import { votersOn, type Room } from "../run-meeting/meeting-room.js";
import type { Casting, Tally } from "./judge-motion.js";

/** May the chair break this tie: by the rules, at yes = no, and with a vote of their own in the room? Throws noCastingHere, noTie, chairAway. */
export function checkCasting(room: Room, motionId: string, { yes, no, casting }: Tally & { readonly casting?: Casting | undefined }): void {
  if (!casting) return;
  if (!room.pack.castingVote) throw errors.noCastingHere({}, "command.casting");
  if (yes !== no) throw errors.noTie({ yes, no }, "command.casting");
  const { chairId } = room.meeting;
  const isThere = votersOn(room, motionId).some(({ personId, substituteId }) => personId === chairId && substituteId === null);
  if (!isThere) throw errors.chairAway({}, "command.casting");
}
