import { Button, Card, mayAnywhere, Status, t } from "@lianxin/web-kit";
import { text, type RoomAnswer } from "../api.js";
import { LinkedVote } from "../cast-ballots/LinkedVote.js";
import { MatterSteps } from "../follow-steps/MatterSteps.js";
import { Remarks } from "../record-remarks/Remarks.js";
import { Positions } from "../take-turns/Positions.js";
import { DivideLater } from "../divide-decision/DivideLater.js";
import { PartForm } from "./ClaimBoard.js";
import { PartView } from "./PartView.js";
import type { RoomState } from "./use-room.js";
import { DeferForm, MotionView, MoveForm, Warnings } from "./VotePanel.js";

/** One item of the agenda: motions, vote, decision, who takes which part. */
export function ItemPanel({
  room,
  itemId,
  state: { send, reload },
}: {
  readonly room: RoomAnswer;
  readonly itemId: string;
  readonly state: Pick<RoomState, "send" | "reload">;
}) {
  const item = room.items.find(({ id }) => id === itemId);
  if (!item) return null;
  const mayRecord = mayAnywhere("meetings.record") && room.state === "in_session";
  const motions = room.motions.filter((motion) => motion.itemId === item.id);
  const decisions = room.decisions.filter((decision) => decision.itemId === item.id);
  const line = room.parts.find(({ id }) => id === item.partId);
  const people = room.people.map(({ personId, name }) => ({ id: personId, name }));
  const isHeard = room.floor.now !== null || room.floor.next.length > 0;
  const standing = motions.filter(({ state }) => state !== "withdrawn" && state !== "revoked");
  const isReport = item.matterId === null && standing.length === 0 && !line;
  const hasOpenMotion = room.motions.some(({ state }) => state === "proposed");
  return (
    <Card
      title={text("meetings.item.title", { at: item.number, title: item.title })}
      aside={<Status kind={item.state === "scheduled" ? "todo" : item.state === "deferred" ? "hold" : "done"} word={t(`meetings.item.${item.state}`)} />}
    >
      <div class="lx-stack">
        {mayRecord && isHeard && room.currentItemId !== item.id && (
          <p>
            <Button onClick={() => void send({ kind: "takeUp", itemId: item.id })}>{text("meetings.item.takeUp")}</Button>{" "}
            <small class="lx-hint">{text("meetings.item.takeUpHint")}</small>
          </p>
        )}
        {motions.length === 0 && <Warnings warnings={item.warnings} />}
        {item.deferReason && <p>{text("meetings.item.deferredFor", { reason: item.deferReason })}</p>}
        {line && <PartView part={line} people={people} send={send} mayRecord={mayRecord} isLine isTaken={item.state === "scheduled"} />}
        {room.type === "evening_talk" && <Remarks room={room} itemId={item.id} send={send} />}
        {room.type !== "evening_talk" && <Positions room={room} itemId={item.id} send={send} mayRecord={mayRecord} />}
        {motions.map((motion) => (
          <MotionView key={motion.id} motion={motion} room={room} send={send} mayRecord={mayRecord} />
        ))}
        {mayRecord && item.state !== "deferred" && !hasOpenMotion && (
          <details open={motions.length === 0 && !line && room.type !== "evening_talk"}>
            <summary>{text("meetings.vote.move")}</summary>
            <MoveForm key={`${item.id}-${motions.length}`} itemId={item.id} send={send} />
          </details>
        )}
        {mayRecord && item.state === "scheduled" && (line?.owner || isReport) && (
          <p>
            <Button onClick={() => void send({ kind: "finishItem", itemId: item.id })}>{text("meetings.item.finish")}</Button>
          </p>
        )}
        {mayRecord && item.state === "scheduled" && !line && (
          <DeferForm key={item.id} itemId={item.id} hasMatter={item.matterId !== null || isReport} send={send} />
        )}
        {item.matterId && mayAnywhere("meetings.convene") && (
          <MatterSteps
            matterId={item.matterId}
            title={item.title}
            frame={(name, content) => (
              <details>
                <summary>{name}</summary>
                {content}
              </details>
            )}
          />
        )}
        {decisions.map((decision) => (
          <section key={decision.id} class="lx-stack">
            <h3>{text("meetings.item.decision", { serial: decision.serial, effect: t(`meetings.effect.${decision.effect}`) })}</h3>
            <LinkedVote decisionId={decision.id} pollId={decision.pollId} isAwaited={decision.effect === "awaits_competent_body"} />
            {room.parts
              .filter(({ decisionId }) => decisionId === decision.id)
              .map((part) => (
                <PartView key={part.id} part={part} people={people} send={send} mayRecord={mayRecord} />
              ))}
            {mayRecord && decision.effect !== "revoked" && decision.effect !== "refused" && (
              <details open={room.parts.every(({ decisionId, owner }) => decisionId !== decision.id || owner === null)}>
                <summary>{text("meetings.claim.divide")}</summary>
                <PartForm decisionId={decision.id} open={(part) => send({ kind: "openParts", decisionId: decision.id, parts: [part] })} />
              </details>
            )}
            {decision.isDividedLater && <DivideLater room={room} decisionId={decision.id} reload={reload} />}
          </section>
        ))}
      </div>
    </Card>
  );
}
