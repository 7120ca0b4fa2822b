import { t } from "@lianxin/web-kit";
import { Form, needed, neededChoice, SelectField, TextArea, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import type { RoomState } from "../hold-meeting/use-room.js";
import { stances, type Stance } from "../words.js";

interface PositionsProps {
  readonly room: RoomAnswer;
  readonly itemId: string;
  readonly send: RoomState["send"];
  readonly mayRecord: boolean;
}

function PositionForm({ room, itemId, send }: Omit<PositionsProps, "mayRecord">) {
  const parties = [...new Set(room.people.map(({ partyName }) => partyName))];
  const form = useForm({
    start: { partyName: "", stance: "neutral", words: "" },
    check: ({ partyName, words }) => ({
      partyName: neededChoice(partyName, text("meetings.position.party")),
      words: needed(words, text("meetings.position.words")),
    }),
    async send({ partyName, stance, words }) {
      if (await send({ kind: "position", itemId, partyName, stance: stance as Stance, words })) form.startOver();
    },
    draft: { key: `meetings.position.${itemId}`, fields: ["words"] },
  });
  return (
    <Form form={form} submit={text("meetings.position.submit")}>
      <SelectField
        name="partyName"
        label={text("meetings.position.party")}
        empty={text("meetings.choose")}
        choices={parties.map((name) => ({ value: name, label: name }))}
      />
      <SelectField
        name="stance"
        label={text("meetings.floor.stance")}
        choices={stances.map((stance) => ({ value: stance, label: t(`meetings.stance.${stance}`) }))}
      />
      <TextArea name="words" label={text("meetings.position.words")} rows={3} maxLength={2000} />
    </Form>
  );
}

/** 各方意见: what each party says to an item. */
export function Positions({ room, itemId, send, mayRecord }: PositionsProps) {
  const positions = room.positions.filter((position) => position.itemId === itemId);
  if (positions.length === 0 && !mayRecord) return null;
  return (
    <section>
      <h3>{text("meetings.position.heading")}</h3>
      {positions.length === 0 && <p class="lx-hint">{text("meetings.position.none")}</p>}
      <dl class="lx-summary">
        {positions.map(({ partyName, stance, words }) => (
          <div key={partyName}>
            <dt>{partyName}</dt>
            <dd>
              {stance !== "neutral" && <strong>{t(`meetings.stance.${stance}`)} </strong>}
              {words}
            </dd>
          </div>
        ))}
      </dl>
      {mayRecord && (
        <details>
          <summary>{text("meetings.position.add")}</summary>
          <PositionForm room={room} itemId={itemId} send={send} />
        </details>
      )}
    </section>
  );
}
