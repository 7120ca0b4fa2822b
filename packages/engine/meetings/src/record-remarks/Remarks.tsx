import { dayText, mayAnywhere } from "@lianxin/web-kit";
import { Form, needed, SelectField, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import type { RoomState } from "../hold-meeting/use-room.js";

interface RemarksProps {
  readonly room: RoomAnswer;
  readonly itemId: string;
  readonly send: RoomState["send"];
}

function RemarkForm({ room, itemId, send }: RemarksProps) {
  const there = room.people.filter(({ isThere }) => isThere);
  const form = useForm({
    start: { words: "", inviteeId: "", answer: "" },
    check: ({ words }) => ({ words: needed(words, text("meetings.remark.words")) }),
    async send({ words, inviteeId, answer }) {
      const said = { ...(inviteeId && { inviteeId }), ...(answer.trim() && { answer }) };
      if (await send({ kind: "remark", itemId, words, ...said })) form.startOver();
    },
    draft: { key: `meetings.remark.${room.id}`, fields: ["words", "answer"] },
  });
  return (
    <Form form={form} submit={text("meetings.remark.submit")}>
      <TextField name="words" label={text("meetings.remark.words")} maxLength={100} />
      <SelectField
        name="inviteeId"
        label={text("meetings.remark.who")}
        choices={[{ value: "", label: text("meetings.remark.nobody") }, ...there.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextArea name="answer" label={text("meetings.remark.answer")} rows={2} maxLength={1000} isOptional />
    </Form>
  );
}

/** An evening talk, sentence by sentence: each becomes a matter with a day to answer by. */
export function Remarks({ room, itemId, send }: RemarksProps) {
  const nameOf = (inviteeId: string | null) => room.people.find(({ id }) => id === inviteeId)?.name ?? text("meetings.remark.nobody");
  const remarks = room.remarks.filter((remark) => remark.itemId === itemId);
  return (
    <section class="lx-stack">
      <h3>{text("meetings.remark.heading")}</h3>
      {remarks.length === 0 && <p class="lx-hint">{text("meetings.remark.none")}</p>}
      <dl class="lx-summary">
        {remarks.map(({ id, words, inviteeId, answer, matter }) => (
          <div key={id}>
            <dt>{nameOf(inviteeId)}</dt>
            <dd>
              {words} {matter.id ? <a href={`/matters/${matter.id}`}>{matter.number}</a> : <span class="lx-hint">{text("meetings.remark.waits")}</span>}{" "}
              <span class="lx-hint">
                {answer ? text("meetings.remark.answered", { answer }) : matter.replyBy && text("meetings.remark.replyBy", { day: dayText(matter.replyBy) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {room.state === "in_session" && mayAnywhere("meetings.record") && <RemarkForm room={room} itemId={itemId} send={send} />}
    </section>
  );
}
