import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { ErrorNotice } from "@lianxin/web-kit";
import { api, text, type RoomAnswer } from "../api.js";
import { PersonPicker } from "../set-up-body/PersonPicker.js";

/** Somebody cannot come and sends another (委托): who for whom. */
export function SubstituteForm({ room, reload }: { readonly room: RoomAnswer; readonly reload: () => Promise<void> }) {
  const id = useId();
  const [absent, failed] = [useSignal(""), useSignal<unknown>(undefined)];
  const others = room.people.filter(({ isThere }) => !isThere);
  const send = (substituteId: string) =>
    api("POST /meetings/:meetingId/invitees/:inviteeId/answer", {
      params: { meetingId: room.id, inviteeId: absent.value },
      body: { answer: "not_coming", substituteId },
    }).then(
      () => {
        [absent.value, failed.value] = ["", undefined];
        return reload();
      },
      (error: unknown) => void (failed.value = error),
    );
  return (
    <details>
      <summary>{text("meetings.substitute.heading")}</summary>
      <div class="lx-stack">
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        <div class="lx-field">
          <label for={id}>{text("meetings.substitute.absent")}</label>
          <select id={id} class="lx-input" value={absent.value} onChange={(event) => (absent.value = event.currentTarget.value)}>
            <option value="">{text("meetings.substitute.choose")}</option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {`${person.name} ${person.partyName}`}
              </option>
            ))}
          </select>
        </div>
        {absent.value !== "" && <PersonPicker label={text("meetings.substitute.who")} onPick={(person) => void send(person.id)} />}
      </div>
    </details>
  );
}
