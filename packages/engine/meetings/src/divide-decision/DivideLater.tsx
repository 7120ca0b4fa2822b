import { mayAnywhere } from "@lianxin/web-kit";
import { api, text, type RoomAnswer } from "../api.js";
import { PartForm, type NewPart } from "../hold-meeting/ClaimBoard.js";

interface LaterProps {
  readonly room: RoomAnswer;
  readonly decisionId: string;
  readonly reload: () => Promise<void>;
}
/** After the meeting: the form that divides a decision which had no effect while people sat at the table; open where nothing was divided. */
export function DivideLater({ room, decisionId, reload }: LaterProps) {
  if (!mayAnywhere("meetings.convene")) return null;
  const open = async (part: NewPart, idempotencyKey: string): Promise<boolean> => {
    await api("POST /decisions/:decisionId/parts", { params: { decisionId }, body: { parts: [part] }, idempotencyKey });
    await reload();
    return true;
  };
  return (
    <details open={room.parts.every((part) => part.decisionId !== decisionId)}>
      <summary>{text("meetings.claim.divide")}</summary>
      <p class="lx-hint">{text("meetings.divide.after")}</p>
      <PartForm decisionId={decisionId} open={open} />
    </details>
  );
}
