import { Card, mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { PublishedDays } from "./PublishedDays.js";

function Days({ partId }: { readonly partId: string }) {
  const days = useLoaded(() => api("GET /work-parts/:partId/days", { params: { partId } }), [partId]).value?.days ?? [];
  if (days.length === 0) return null;
  const ahead = days.filter(({ state, isOver }) => state !== "cancelled" && !isOver);
  return (
    <Card title={text(ahead.length > 0 ? "volunteer-days.part.published" : "volunteer-days.part.wasPublished")}>
      <PublishedDays days={days.map(({ dayId, heldOn, state, isOver }) => ({ dayId, heldOn, state, isOver }))} />
      {ahead.some(({ state }) => state === "open") && <p class="lx-hint">{text("volunteer-days.part.published.note")}</p>}
    </Card>
  );
}

/** On the page of a part in the ledger: the volunteer day it was published as, for who may see them. */
export default function PartCard({ partId }: { readonly partId: string }) {
  return mayAnywhere("volunteer-days.see") ? <Days partId={partId} /> : null;
}
