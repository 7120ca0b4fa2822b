import { useSignal } from "@preact/signals";
import { Button, Card, dateOf, dayText, mayAnywhere, t, timeText } from "@lianxin/web-kit";
import { text, type RoomAnswer } from "../api.js";
import { SubstituteForm } from "../answer-invitation/SubstituteForm.js";
import { today } from "../convene-meeting/week-of.js";
import type { RoomState } from "./use-room.js";

type Person = RoomAnswer["people"][number];
const checking = new Set(["noticed", "checking_in", "in_session"]);

function Row({ person, mayCheckIn, send }: { readonly person: Person; readonly mayCheckIn: boolean; readonly send: RoomState["send"] }) {
  const { id, name, partyName, kind, rsvp, isThere, cameAt, substituteName } = person;
  const verb = text(isThere ? "meetings.room.leave" : "meetings.room.checkIn");
  return (
    <li>
      <span>
        {name}
        {substituteName && text("meetings.room.substitute", { name: substituteName })}{" "}
        <small class="lx-hint">
          {[
            partyName,
            kind !== "voting" && t(`meetings.seat.${kind}`),
            isThere && cameAt ? timeText(cameAt) : rsvp === "not_coming" && t(`meetings.rsvp.${rsvp}`),
          ]
            .filter(Boolean)
            .join(" ")}
        </small>
      </span>
      {mayCheckIn && (
        <Button
          look={isThere ? "plain" : "soft"}
          aria-label={`${verb} ${name}`}
          onClick={() => void send(isThere ? { kind: "leave", inviteeId: id } : { kind: "checkIn", inviteeId: id })}
        >
          {verb}
        </Button>
      )}
    </li>
  );
}

/** The list at the door: one tap a name, found by typing a part of it. */
export function Attendance({ room, state: { send, reload } }: { readonly room: RoomAnswer; readonly state: Pick<RoomState, "send" | "reload"> }) {
  const search = useSignal("");
  const isBefore = room.state === "noticed" && room.startsAt !== null && today() < dateOf(room.startsAt);
  const mayCheckIn = mayAnywhere("meetings.checkIn") && checking.has(room.state) && !isBefore;
  const people = room.people.filter(({ name, partyName }) => `${name} ${partyName}`.includes(search.value.trim()));
  const list = (
    <>
      {isBefore && mayAnywhere("meetings.checkIn") && <p class="lx-hint">{text("meetings.room.checkInLater", { day: dayText(dateOf(room.startsAt!)) })}</p>}
      <div class="lx-field">
        <label for="find-person">{text("meetings.room.find")}</label>
        <input id="find-person" class="lx-input" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
      </div>
      <ul class="meeting-people">
        {people.map((person) => (
          <Row key={person.id} person={person} mayCheckIn={mayCheckIn} send={send} />
        ))}
      </ul>
      {people.length === 0 && <p class="lx-hint">{text("meetings.people.nobody", { name: search.value })}</p>}
    </>
  );
  return (
    <Card
      title={text("meetings.room.people")}
      aside={<span class="lx-num">{`${room.people.filter(({ isThere }) => isThere).length}/${room.people.length}`}</span>}
    >
      {checking.has(room.state) ? (
        list
      ) : (
        <details>
          <summary>{text("meetings.room.list")}</summary>
          {list}
        </details>
      )}
      {mayAnywhere("meetings.record") && checking.has(room.state) && <SubstituteForm room={room} reload={reload} />}
    </Card>
  );
}
