import { useLocation } from "preact-iso";
import { Await, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, type Draft } from "../api.js";
import { AgendaEditor } from "../order-agenda/AgendaEditor.js";
import { takeUpLines, type SentLine } from "./agenda-lines.js";
import type { StepProps } from "./PeopleStep.js";
import { addressOfStep } from "./Steps.js";

const load = async (draft: Draft) => takeUpLines(draft.items, await api("GET /bodies/:bodyId/agenda-suggestions", { params: { bodyId: draft.bodyId } }));
const keep = (meetingId: string, items: SentLine[]) => api("PUT /meetings/:meetingId/agenda", { params: { meetingId }, body: { items } });

/** Step 1 on a draft there is already, by hand or of a series: what comes, in what order, and what falls out. */
export function AgendaStep({ draft, reload }: StepProps) {
  const { route } = useLocation();
  const lines = useLoaded(() => load(draft), [draft.id]);
  return (
    <>
      <PageHead title={text("meetings.convene.what")} note={text("meetings.agenda.draftHint")} />
      <Await of={lines}>
        {(start) => (
          <AgendaEditor
            key={draft.id}
            start={start}
            usualMinutes={draft.minutes}
            {...(draft.type === "assignment" && { most: Infinity })}
            submit={text("meetings.agenda.keep")}
            send={async (items) => {
              await keep(draft.id, items);
              await reload();
              route(addressOfStep(draft.id, "people"));
              toast(text("meetings.agenda.kept"));
            }}
          />
        )}
      </Await>
    </>
  );
}
