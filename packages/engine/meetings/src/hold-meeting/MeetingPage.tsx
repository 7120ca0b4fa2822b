import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ErrorBoundary, useLocation, useRoute } from "preact-iso";
import { ApiError, Button, ButtonLink, Card, Cards, ErrorNotice, mayAnywhere, Meta, PageHead, Skeleton, whenText } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { readDraft, text, type RoomAnswer } from "../api.js";
import { OwnAnswer } from "../answer-invitation/OwnAnswer.js";
import { MeetingState } from "../find-meeting/MeetingState.js";
import { NextSteps } from "../tell-people/NextSteps.js";
import { FloorPanel } from "../take-turns/FloorPanel.js";
import { RoomMaterials } from "../keep-materials/RoomMaterials.js";
import { AgendaList } from "../order-agenda/AgendaList.js";
import { OfflineNotice } from "../record-offline/OfflineNotice.js";
import { RefusedCard } from "../settle-refused/RefusedCard.js";
import "../record-offline/Offline.css";
import { AfterMeeting } from "./AfterMeeting.js";
import { Attendance } from "./Attendance.js";
import { ItemPanel } from "./ItemPanel.js";
import { useOrganizations } from "./known-names.js";
import { Papers } from "./Papers.js";
import { Quorum } from "./Quorum.js";
import { useRoom, type RoomState } from "./use-room.js";
import "./MeetingPage.css";

function Chair({ room, send }: { readonly room: RoomAnswer; readonly send: RoomState["send"] }) {
  const isAsking = useSignal(false);
  const change = (look?: "filled") => (
    <ButtonLink href={`/meetings/${room.id}/change`} {...(look && { look })}>
      {text(look ? "meetings.room.again" : "meetings.next.change")}
    </ButtonLink>
  );
  const mayConvene = mayAnywhere("meetings.convene");
  if (!mayAnywhere("meetings.chair")) return room.state === "checking_in" && mayConvene ? change() : null;
  if (room.state === "checking_in")
    return (
      <>
        {mayConvene && change()}
        <Button look="filled" aria-disabled={!room.quorum.isQuorate} onClick={() => void send({ kind: "open" })}>
          {text("meetings.room.open")}
        </Button>
        {!room.quorum.isQuorate && <Button onClick={() => (isAsking.value = true)}>{text("meetings.room.findInquorate")}</Button>}
        <ConfirmDialog
          isOpen={isAsking.value}
          onClose={() => (isAsking.value = false)}
          title={text("meetings.room.askInquorate")}
          verb={text("meetings.room.findInquorate")}
          onConfirm={() => send({ kind: "findInquorate" })}
        >
          {text("meetings.room.inquorateHint")}
        </ConfirmDialog>
      </>
    );
  if (room.state === "inquorate" && mayConvene) return change("filled");
  if (room.state !== "in_session") return null;
  const isHeading = (at: number) => room.items[at]!.matterId === null && (room.items[at + 1]?.depth ?? 0) > room.items[at]!.depth;
  const left = {
    items: room.items.filter(({ state }, at) => state === "scheduled" && !isHeading(at)).length,
    parts: room.parts.filter(({ owner, deferred, search }) => !owner && !deferred && !search).length,
  };
  const isReady = left.items + left.parts === 0;
  const led = room.parts.filter(({ owner }) => owner).length;
  return (
    <>
      <Button {...(isReady && { look: "filled" as const })} onClick={() => (isAsking.value = true)}>
        {text("meetings.room.close")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={text("meetings.room.askClose")}
        verb={text("meetings.room.closeNow")}
        onConfirm={() => send({ kind: "close" })}
      >
        {isReady ? text("meetings.room.closeHint", { led, open: room.parts.length - led }) : text("meetings.room.closeBlocked", left)}
      </ConfirmDialog>
    </>
  );
}

function Agenda({ room, shown, onShow }: { readonly room: RoomAnswer; readonly shown: string | undefined; readonly onShow: (itemId: string) => void }) {
  return (
    <Card title={text("meetings.room.agenda")}>
      <AgendaList
        items={room.items}
        show={({ id, number, title, state }) => (
          <button type="button" class="lx-button lx-plain" aria-current={id === shown ? "step" : undefined} onClick={() => onShow(id)}>
            {state !== "scheduled" && "✓ "}
            {text("meetings.item.title", { at: number, title })}
          </button>
        )}
      />
    </Card>
  );
}

/** Why the last command was refused: it comes into view, wherever on the long page it was pressed. */
function Refused({ error }: { readonly error: unknown }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => at.current?.scrollIntoView({ block: "center" }), [error]);
  return (
    <div ref={at}>
      <ErrorNotice error={error} />
    </div>
  );
}

function Room({ room, state }: { readonly room: RoomAnswer; readonly state: RoomState }) {
  useOrganizations(mayAnywhere("meetings.record") && ["noticed", "checking_in", "in_session"].includes(room.state));
  const picked = useSignal<string | undefined>(undefined);
  const shown = picked.value ?? room.currentItemId ?? room.items[0]?.id;
  const show = (itemId: string) => {
    picked.value = itemId;
    const isHeard = room.floor.now !== null || room.floor.next.length > 0;
    if (room.state === "in_session" && mayAnywhere("meetings.record") && !isHeard) void state.send({ kind: "takeUp", itemId });
  };
  return (
    <div class="lx-stack">
      <PageHead
        title={[room.title, room.number].filter(Boolean).join(" ")}
        note={
          <Meta>
            {room.startsAt && whenText(room.startsAt, room.endsAt ?? undefined)}
            {room.venueName}
            <MeetingState state={room.state} />
          </Meta>
        }
      >
        <Chair room={room} send={state.send} />
      </PageHead>
      <Quorum room={room} />
      <OfflineNotice queue={state.queue} nameOf={(id) => room.people.find((person) => person.id === id)?.name ?? ""} />
      {state.refused !== undefined && <Refused error={state.refused} />}
      <OwnAnswer room={room} reload={state.reload} />
      {room.state === "noticed" && mayAnywhere("meetings.convene") && <NextSteps meetingId={room.id} />}
      <AfterMeeting room={room} reload={state.reload} />
      <div class="lx-two">
        <div class="lx-stack">
          <Agenda room={room} shown={shown} onShow={show} />
          {room.state === "in_session" && room.type !== "evening_talk" && <FloorPanel room={room} send={state.send} />}
          {shown && <ItemPanel room={room} itemId={shown} state={state} />}
        </div>
        <div class="lx-stack">
          <Attendance room={room} state={state} />
          {mayAnywhere("meetings.record") && <RefusedCard meetingId={room.id} waiting={state.queue.waiting.length} />}
          <RoomMaterials meetingId={room.id} state={room.state} />
          {mayAnywhere("meetings.record") && <Papers room={room} />}
          <ErrorBoundary>
            <Cards on="meeting" props={() => ({ meetingId: room.id })} />
          </ErrorBoundary>
        </div>
      </div>
    </div>
  );
}

/** A draft has no room yet: whoever prepares it is led to where it is prepared. */
function useDraftRedirect(id: string, error: unknown): void {
  const { route } = useLocation();
  const isMissing = error instanceof ApiError && error.status === 404 && mayAnywhere("meetings.convene");
  useEffect(() => {
    if (isMissing)
      readDraft(id).then(
        ({ state }) => state === "draft" && route(`/meetings/${id}/prepare`, true),
        () => undefined,
      );
  }, [id, isMissing]);
}

/** One meeting: who is there, the agenda, motions and votes, who takes what; afterwards its papers. */
export default function MeetingPage() {
  const { id } = useRoute().params as { id: string };
  const state = useRoom(id);
  useDraftRedirect(id, state.error);
  if (state.room) return <Room room={state.room} state={state} />;
  if (state.error === undefined) return <Skeleton lines={8} />;
  return (
    <div class="lx-stack">
      <OfflineNotice queue={state.queue} nameOf={() => ""} />
      <ErrorNotice error={state.error} onRetry={() => void state.reload()} />
    </div>
  );
}
