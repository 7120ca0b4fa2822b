import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, ButtonLink, Meta, Notice, PageHead, t, useLoaded, whenText } from "@lianxin/web-kit";
import { api, readDraft, text } from "../api.js";
import { SlotSearch, type KeptSlot } from "../convene-meeting/TimeStep.js";
import { ChairCard } from "../name-chair/ChairCard.js";
import { CancelButton } from "./CancelButton.js";
import { MoveCheck } from "./MoveCheck.js";
import "../convene-meeting/Convene.css";

const load = async (meetingId: string) => ({
  draft: await readDraft(meetingId),
  people: (await api("GET /meetings/:meetingId/call-list", { params: { meetingId } })).people,
});
export type Changing = Awaited<ReturnType<typeof load>>;

function Change({ changing, reload }: { readonly changing: Changing; readonly reload: () => Promise<void> }) {
  const { draft } = changing;
  const chosen = useSignal<{ readonly slot: KeptSlot; readonly place: string } | undefined>(undefined);
  const keep = async (slot: KeptSlot, place: string) => void (chosen.value = { slot, place });
  return (
    <>
      <PageHead
        title={text(chosen.value ? "meetings.change.check" : "meetings.change.heading")}
        note={<Meta>{[draft.title, draft.number, draft.startsAt && whenText(draft.startsAt, draft.endsAt ?? undefined), draft.venueName]}</Meta>}
      >
        <ButtonLink href={`/meetings/${draft.id}`}>{text("meetings.done.open")}</ButtonLink>
        <CancelButton changing={changing} />
      </PageHead>
      {chosen.value ? (
        <MoveCheck changing={changing} {...chosen.value} onBack={() => (chosen.value = undefined)} />
      ) : (
        <>
          <SlotSearch draft={draft} kept={{ verb: text("meetings.change.toCheck"), keep }} />
          <ChairCard draft={draft} reload={reload} />
        </>
      )}
    </>
  );
}

const changeable = new Set(["noticed", "checking_in", "inquorate"]);

/** An announced meeting to another time, or called off; says who will be told before anybody is. */
export default function ChangePage() {
  const { id } = useRoute().params as { id: string };
  const changing = useLoaded(() => load(id), [id]);
  return (
    <div class="lx-stack">
      <Await of={changing} lines={8}>
        {(found) =>
          changeable.has(found.draft.state) ? (
            <Change changing={found} reload={changing.reload} />
          ) : (
            <>
              <PageHead title={text("meetings.change.heading")} />
              <Notice>
                <p>{text("meetings.change.cannot", { state: t(`meetings.state.${found.draft.state}`) })}</p>
                <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>
              </Notice>
            </>
          )
        }
      </Await>
    </div>
  );
}
