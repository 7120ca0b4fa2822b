import { Button, Notice, Status, t } from "@lianxin/web-kit";
import { Form, needed, SelectField, TextArea, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { text, type RoomAnswer } from "../api.js";
import { MotionAsides } from "./MotionAsides.js";
import type { RoomState } from "./use-room.js";

type Motion = RoomAnswer["motions"][number];
interface VoteProps {
  readonly motion: Motion;
  readonly room: RoomAnswer;
  readonly send: RoomState["send"];
}

/** What this body cannot decide alone, with the law: it stays on the motion. */
export const Warnings = ({ warnings }: { readonly warnings: Motion["warnings"] }) => (
  <>
    {warnings.map(({ code, competentBody, citation }) => (
      <Notice key={code} kind="warning">
        {text("meetings.room.warning", { body: t(`meetings.competent.${competentBody}`), citation })}
      </Notice>
    ))}
  </>
);

const count = (value: string, name: string) => (/^\d{1,5}$/.test(value) ? undefined : text("meetings.vote.number", { name }));

function Ballot({ motion, room, send }: VoteProps) {
  const names = { yes: text("meetings.vote.yes"), no: text("meetings.vote.no"), abstain: text("meetings.vote.abstain") };
  const form = useForm({
    start: { yes: "", no: "", abstain: "0", casting: "" },
    tidy: { yes: tidyDigits, no: tidyDigits, abstain: tidyDigits },
    check: ({ yes, no, abstain }) => ({ yes: count(yes, names.yes), no: count(no, names.no), abstain: count(abstain, names.abstain) }),
    send({ yes, no, abstain, casting }) {
      const counted = { attending: motion.base.present, yes: Number(yes), no: Number(no), abstain: Number(abstain) };
      return send({ kind: "vote", motionId: motion.id, ...counted, ...(casting !== "" && { casting: casting as "yes" | "no" }) });
    },
  });
  return (
    <Form form={form} submit={text("meetings.vote.take")}>
      <p>{text("meetings.vote.base", { present: motion.base.present })}</p>
      <div class="meeting-votes">
        <TextField name="yes" label={names.yes} keyboard="numeric" width="short" />
        <TextField name="no" label={names.no} keyboard="numeric" width="short" />
        <TextField name="abstain" label={names.abstain} keyboard="numeric" width="short" />
      </div>
      {room.mayCast && (
        <SelectField
          name="casting"
          label={text("meetings.vote.casting")}
          hint={text("meetings.vote.castingHint")}
          empty={text("meetings.vote.noCasting")}
          isOptional
          choices={[
            { value: "yes", label: names.yes },
            { value: "no", label: names.no },
          ]}
        />
      )}
    </Form>
  );
}

/** One motion: its words, its warnings, the vote or its result with the arithmetic. */
export function MotionView({ motion, room, send, mayRecord }: VoteProps & { readonly mayRecord: boolean }) {
  return (
    <article class="meeting-motion">
      <h3>{motion.text}</h3>
      <Status kind={motion.state === "adopted" ? "done" : motion.state === "proposed" ? "check" : "hold"} word={t(`meetings.motion.${motion.state}`)} />
      <Warnings warnings={motion.warnings} />
      {motion.tally && (
        <p role="status">
          <strong>{motion.tally.result}</strong>{" "}
          <span class="lx-hint">{text("meetings.vote.counts", { members: motion.tally.members, attending: motion.tally.attending })}</span>
        </p>
      )}
      {motion.state === "proposed" && mayRecord && motion.pollId === null && <Ballot motion={motion} room={room} send={send} />}
      <MotionAsides motion={motion} room={room} send={send} mayRecord={mayRecord} />
    </article>
  );
}

/** A new motion on an item. */
export function MoveForm({ itemId, send }: { readonly itemId: string; readonly send: RoomState["send"] }) {
  const form = useForm({
    start: { text: "" },
    check: (values) => ({ text: needed(values.text, text("meetings.vote.motion")) }),
    send: async (values) => {
      if (await send({ kind: "move", itemId, text: values.text })) form.startOver();
    },
    draft: { key: `meetings.move.${itemId}`, fields: ["text"] },
  });
  return (
    <Form form={form} submit={text("meetings.vote.move")}>
      <TextArea name="text" label={text("meetings.vote.motion")} maxLength={1000} />
    </Form>
  );
}

/** Not today: a reason is asked. */
export function DeferForm({ itemId, hasMatter, send }: { readonly itemId: string; readonly hasMatter: boolean; readonly send: RoomState["send"] }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.item.reason")) }),
    send: ({ reason }) => send({ kind: "deferItem", itemId, reason }),
  });
  return (
    <details>
      <summary>{text("meetings.item.defer")}</summary>
      <Form
        form={form}
        submit={text("meetings.item.deferSubmit")}
        {...(!hasMatter && { aside: <Button onClick={() => void send({ kind: "finishItem", itemId })}>{text("meetings.item.finish")}</Button> })}
      >
        <TextArea name="reason" label={text("meetings.item.reason")} maxLength={1000} />
      </Form>
    </details>
  );
}
