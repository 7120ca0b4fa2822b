import { mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { api } from "../api.js";
import { MaterialsCard } from "./MaterialsCard.js";

const load = async (meetingId: string) => (await api("GET /meetings/:meetingId/materials", { params: { meetingId } })).materials;

/** What there is to read, beside the meeting. */
export function RoomMaterials({ meetingId, state }: { readonly meetingId: string; readonly state: string }) {
  const loaded = useLoaded(() => load(meetingId), [meetingId], { keepsOld: true });
  const mayChange = mayAnywhere("meetings.convene") && ["noticed", "checking_in", "in_session", "inquorate"].includes(state);
  if (!loaded.value) return null;
  return <MaterialsCard meetingId={meetingId} materials={loaded.value} mayChange={mayChange} reload={loaded.reload} />;
}
