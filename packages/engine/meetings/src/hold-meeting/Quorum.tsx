import { Notice } from "@lianxin/web-kit";
import { text, type RoomAnswer } from "../api.js";

/** Who is there against who is needed, with the arithmetic; and the sentence when it is too few while in session. */
export function Quorum({ room: { quorum, parties, state } }: { readonly room: RoomAnswer }) {
  const { members, present, need, isQuorate, arithmetic, isLocal, isVerified } = quorum;
  const standing = need === 0 ? "meetings.room.noQuorum" : isQuorate ? "meetings.room.quorate" : "meetings.room.inquorate";
  const isShort = !isQuorate && (state === "in_session" || state === "checking_in");
  return (
    <div class="meeting-quorum" role="status">
      <p>
        <strong>{text(standing, { members, present, need })}</strong> <span class="lx-num">{arithmetic.map((line) => `（${line}）`).join("")}</span>
        {!isVerified && <small class="lx-hint"> {text(isLocal ? "meetings.room.local" : "meetings.room.unverified")}</small>}
      </p>
      <ul>
        {parties.map(({ name, members: of, present: there }) => (
          <li key={name} data-missing={there === 0 && state !== "noticed"}>
            {name} <span class="lx-num">{`${there}/${of}`}</span>
          </li>
        ))}
      </ul>
      {isShort && <Notice kind="warning">{text("meetings.room.short", { present, need })}</Notice>}
    </div>
  );
}
