import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { Form, needed, neededChoice, SelectField, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text, type RoomAnswer } from "../api.js";
import type { RoomState } from "./use-room.js";

type Motion = RoomAnswer["motions"][number];
interface AsideProps {
  readonly motion: Motion;
  readonly room: RoomAnswer;
  readonly send: RoomState["send"];
}

const nameOf = ({ people }: RoomAnswer, inviteeId: string): string => people.find(({ id }) => id === inviteeId)?.name ?? "";

/** Names somebody with a vote and says why: for stepping aside and for objecting. */
function NamedForm({ motion, room, send, kind }: AsideProps & { readonly kind: "recuse" | "object" }) {
  const form = useForm({
    start: { inviteeId: "", reason: "" },
    check: ({ inviteeId, reason }) => ({
      inviteeId: neededChoice(inviteeId, text("meetings.asides.who")),
      reason: needed(reason, text("meetings.asides.why")),
    }),
    send: ({ inviteeId, reason }) => send({ kind, motionId: motion.id, inviteeId, reason }),
  });
  const voters = room.people.filter((person) => person.kind === "voting" && (kind === "recuse" || person.isThere));
  return (
    <details>
      <summary>{text(`meetings.asides.${kind}`)}</summary>
      <Form form={form} submit={text(`meetings.asides.${kind}`)}>
        <SelectField
          name="inviteeId"
          label={text("meetings.asides.who")}
          empty={text("meetings.floor.chooseWho")}
          choices={voters.map(({ id, name, partyName }) => ({ value: id, label: `${name} ${partyName}` }))}
        />
        <TextArea name="reason" label={text("meetings.asides.why")} rows={2} maxLength={500} />
      </Form>
    </details>
  );
}

/** Not voted on after all: nobody wants it, its words were wrong, or too few are left to vote. Or decided by mistake: the tally was typed wrongly. */
function TakeBackForm({ motion, send, kind }: Omit<AsideProps, "room"> & { readonly kind: "withdrawMotion" | "revokeDecision" }) {
  const name = kind === "withdrawMotion" ? "withdraw" : "revoke";
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.asides.why")) }),
    send: ({ reason }) => send({ kind, motionId: motion.id, reason }),
  });
  return (
    <details>
      <summary>{text(`meetings.asides.${name}`)}</summary>
      <Form form={form} submit={text(`meetings.asides.${name}`)}>
        {name === "revoke" && <p class="lx-hint">{text("meetings.asides.revokeHint")}</p>}
        <TextArea name="reason" label={text("meetings.asides.why")} rows={2} maxLength={500} />
      </Form>
    </details>
  );
}

function Objection({
  objection,
  room,
  send,
  isOpen,
}: Omit<AsideProps, "motion"> & { readonly objection: Motion["objections"][number]; readonly isOpen: boolean }) {
  const form = useForm({
    start: { answer: "" },
    check: ({ answer }) => ({ answer: needed(answer, text("meetings.asides.answer")) }),
    send: ({ answer }) => send({ kind: "answerObjection", objectionId: objection.id, answer, isWithdrawn: true }),
  });
  const keep = () =>
    form.values.value.answer.trim() !== "" &&
    void send({ kind: "answerObjection", objectionId: objection.id, answer: form.values.value.answer, isWithdrawn: false });
  return (
    <li>
      <p>
        {text("meetings.asides.objection", { name: nameOf(room, objection.inviteeId), reason: objection.reason })}{" "}
        <small class="lx-hint">{text(objection.isWithdrawn ? "meetings.asides.withdrawn" : "meetings.asides.stands")}</small>
      </p>
      {objection.answer !== null && <p>{text("meetings.asides.answered", { answer: objection.answer })}</p>}
      {isOpen && !objection.isWithdrawn && (
        <Form form={form} submit={text("meetings.asides.keepAnswer")} aside={<Button onClick={keep}>{text("meetings.asides.keepStanding")}</Button>}>
          <TextArea name="answer" label={text("meetings.asides.answer")} rows={2} maxLength={500} />
        </Form>
      )}
    </li>
  );
}

/** A secret vote by paper in the meeting: opened here, its papers entered on its own page, the count taken over here. */
function ByPaper({ motion, room, send }: AsideProps) {
  const { route } = useLocation();
  const failed = useSignal<unknown>(undefined);
  const fail = (error: unknown) => void (failed.value = error);
  const params = { meetingId: room.id, motionId: motion.id };
  const open = () =>
    api("POST /meetings/:meetingId/motions/:motionId/polls", { params, body: { isSecret: true } }).then(({ id }) => route(`/meetings/polls/${id}`), fail);
  if (motion.pollId === null)
    return (
      <>
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        <Button onClick={() => void open()}>{text("meetings.asides.poll")}</Button>
      </>
    );
  const pollId = motion.pollId;
  return (
    <>
      <a class="lx-button" href={`/meetings/polls/${pollId}`}>
        {text("meetings.asides.toPoll")}
      </a>
      <Button onClick={() => void send({ kind: "countPoll", motionId: motion.id, pollId })}>{text("meetings.asides.count")}</Button>
    </>
  );
}

/** Beside the vote by hands: who steps aside, who objects, adopting because nobody does, and voting by paper. */
export function MotionAsides(props: AsideProps & { readonly mayRecord: boolean }) {
  const { motion, room, send, mayRecord } = props;
  const isOpen = mayRecord && motion.state === "proposed";
  const aside = new Set(motion.recused.map(({ inviteeId }) => inviteeId));
  const standing = motion.objections.some(({ isWithdrawn, inviteeId }) => !isWithdrawn && !aside.has(inviteeId));
  const mayRevoke = motion.state === "adopted" && (room.state === "in_session" || room.state === "minutes_draft") && mayAnywhere("meetings.chair");
  return (
    <div class="lx-stack">
      {motion.withdrawn !== null && (
        <p>{text(motion.state === "revoked" ? "meetings.asides.revoked" : "meetings.asides.withdrawnFor", { reason: motion.withdrawn })}</p>
      )}
      {motion.recused.map(({ inviteeId, reason }) => (
        <p key={inviteeId}>
          {text("meetings.asides.recused", { name: nameOf(room, inviteeId), reason, members: motion.base.members, present: motion.base.present })}{" "}
          {isOpen && motion.pollId === null && (
            <Button look="plain" onClick={() => void send({ kind: "endRecusal", motionId: motion.id, inviteeId })}>
              {text("meetings.asides.endRecusal")}
            </Button>
          )}
        </p>
      ))}
      <ul>
        {motion.objections.map((objection) => (
          <Objection key={objection.id} objection={objection} room={room} send={send} isOpen={isOpen} />
        ))}
      </ul>
      {isOpen && (
        <>
          <div class="lx-actions">
            {room.mayConsent && !standing && motion.pollId === null && (
              <Button onClick={() => void send({ kind: "consent", motionId: motion.id, attending: motion.base.present })}>
                {text("meetings.asides.consent")}
              </Button>
            )}
            <ByPaper {...props} />
          </div>
          <NamedForm key={`o${motion.objections.length}`} {...props} kind="object" />
          <NamedForm key={`r${motion.recused.length}`} {...props} kind="recuse" />
          {motion.pollId === null && <TakeBackForm motion={motion} send={send} kind="withdrawMotion" />}
        </>
      )}
      {mayRevoke && <TakeBackForm motion={motion} send={send} kind="revokeDecision" />}
    </div>
  );
}
