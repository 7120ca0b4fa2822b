import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { browserPorts, Button, Card, mayAnywhere, t } from "@lianxin/web-kit";
import { Form, neededChoice, SelectField, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import type { RoomState } from "../hold-meeting/use-room.js";
import { stances, type Stance } from "../words.js";
import { tellClock } from "./tell-clock.js";

interface FloorProps {
  readonly room: RoomAnswer;
  readonly send: RoomState["send"];
}

const nameOf = ({ people }: RoomAnswer, inviteeId: string): string => people.find(({ id }) => id === inviteeId)?.name ?? "";

/** Seconds since somebody began, ticking. */
function useSeconds(from: string | undefined): number {
  const now = useSignal(browserPorts.now());
  useEffect(() => {
    if (from === undefined) return undefined;
    const timer = setInterval(() => (now.value = browserPorts.now()), 1000);
    return () => clearInterval(timer);
  }, [from]);
  if (from === undefined) return 0;
  const milliseconds = Math.max(0, now.value - Date.parse(from));
  return (milliseconds - (milliseconds % 1000)) / 1000;
}

/** Who speaks and for how long: the last thirty seconds and the end are said in words. */
function Speaker({ room, send }: FloorProps) {
  const { now, limit } = room.floor;
  const seconds = useSeconds(now?.from);
  if (!now) return <p>{text("meetings.floor.nobody")}</p>;
  const left = limit ? limit.seconds - seconds : undefined;
  const warning = left === undefined || left > 30 ? undefined : text(left > 0 ? "meetings.floor.soon" : "meetings.floor.over");
  return (
    <div>
      <p>
        <strong>{text("meetings.floor.now", { name: nameOf(room, now.inviteeId), clock: tellClock(seconds) })}</strong>
        {limit && text("meetings.floor.limit", { clock: tellClock(limit.seconds) })} <span class="lx-hint">{t(`meetings.stance.${now.stance}`)}</span>
      </p>
      <p role="status">{warning}</p>
      {mayAnywhere("meetings.record") && <Button onClick={() => void send({ kind: "endSpeech" })}>{text("meetings.floor.end")}</Button>}
    </div>
  );
}

function Queue({ room, send }: FloorProps) {
  const { next, limit } = room.floor;
  if (next.length === 0) return <p class="lx-hint">{text("meetings.floor.empty")}</p>;
  const give = (inviteeId: string, hasSpoken: boolean) => void send({ kind: "startSpeech", inviteeId, ...(hasSpoken && { isGranted: true }) });
  return (
    <ol>
      {next.map(({ inviteeId, stance, times }) => {
        const [name, hasSpoken] = [nameOf(room, inviteeId), limit !== null && times >= limit.times];
        return (
          <li key={inviteeId}>
            {name}{" "}
            <span class="lx-hint">{[t(`meetings.stance.${stance}`), times > 0 && text("meetings.floor.times", { times })].filter(Boolean).join(" ")}</span>{" "}
            {mayAnywhere("meetings.record") && (
              <Button look="soft" onClick={() => give(inviteeId, hasSpoken)}>
                {text(hasSpoken ? "meetings.floor.grant" : "meetings.floor.give", { name })}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function AskForm({ room, send }: FloorProps) {
  const form = useForm({
    start: { inviteeId: "", stance: "neutral" },
    check: ({ inviteeId }) => ({ inviteeId: neededChoice(inviteeId, text("meetings.floor.who")) }),
    async send({ inviteeId, stance }) {
      if (await send({ kind: "askToSpeak", inviteeId, stance: stance as Stance })) form.startOver();
    },
  });
  const there = room.people.filter(({ isThere }) => isThere);
  return (
    <details>
      <summary>{text("meetings.floor.ask")}</summary>
      <Form form={form} submit={text("meetings.floor.ask")}>
        <SelectField
          name="inviteeId"
          label={text("meetings.floor.who")}
          empty={text("meetings.floor.chooseWho")}
          choices={there.map(({ id, name, partyName }) => ({ value: id, label: `${name} ${partyName}` }))}
        />
        <SelectField
          name="stance"
          label={text("meetings.floor.stance")}
          choices={stances.map((stance) => ({ value: stance, label: t(`meetings.stance.${stance}`) }))}
        />
      </Form>
    </details>
  );
}

/** The speaking list: who speaks, who is next (for and against in turn), and how long each party spoke. */
export function FloorPanel({ room, send }: FloorProps) {
  const spoke = room.floor.parties.filter(({ speeches }) => speeches > 0);
  return (
    <Card title={text("meetings.floor.heading")}>
      <div class="lx-stack">
        <Speaker room={room} send={send} />
        <h3>{text("meetings.floor.next")}</h3>
        <Queue room={room} send={send} />
        {mayAnywhere("meetings.record") && <AskForm key={room.floor.next.length} room={room} send={send} />}
        {spoke.length > 0 && (
          <section>
            <h3>{text("meetings.floor.parties")}</h3>
            <ul>
              {spoke.map(({ name, seconds, speeches }) => (
                <li key={name}>{text("meetings.floor.party", { name, clock: tellClock(seconds), speeches })}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}
