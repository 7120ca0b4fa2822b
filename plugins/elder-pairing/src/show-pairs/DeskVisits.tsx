import { useState } from "preact/hooks";
import { Card, dayText, Notice } from "@lianxin/web-kit";
import { api, text, today } from "../api.js";
import { LadderCard } from "../find-nobody/LadderCard.js";
import { isRefused } from "../keep-consents/is-refused.js";
import type { VisitBody } from "../keep-offline/use-visits.js";
import { VisitForm } from "../log-visit/VisitForm.js";
import { PastSearches } from "../read-past/PastSearches.js";
import { PastVisits } from "../read-past/PastVisits.js";
import type { Read, Reload } from "./read-elder.js";
import "../log-visit/Visit.css";

const send = (elderId: string, body: VisitBody) =>
  api("POST /elders/:elderId/visits", { params: { elderId }, body: body as never, idempotencyKey: body.clientId });

/** What was found at the last visits, and what is due next. */
const Past = ({ elder: { id, visits, visitCount, due }, onDone }: Pick<Read, "elder"> & { readonly onDone: Reload }) => (
  <Card title={text("elder-pairing.elder.visits")}>
    {due[0] && <p>{text(due[0].dueOn < today() ? "elder-pairing.mine.late" : "elder-pairing.mine.next", { day: dayText(due[0].dueOn) })}</p>}
    <PastVisits elderId={id} isDesk visits={visits} count={visitCount} onDone={onDone} />
  </Card>
);

/** At the desk: the search for who does not answer, visits as they were, and one written down from paper or by telephone, also of a past day. */
export function DeskVisits({ elder, onDone }: Pick<Read, "elder"> & { readonly onDone: Reload }) {
  const { id: elderId, ladder, card } = elder;
  const [undone, setUndone] = useState(0);
  return (
    <>
      {ladder && <LadderCard ladder={ladder} card={card} onDone={onDone} isDesk />}
      <Past elder={elder} onDone={() => (setUndone(undone + 1), onDone())} />
      <PastSearches elderId={elderId} isDesk count={elder.searchCount} reopenId={elder.reopenId} onDone={onDone} />
      {isRefused(card, "visits") && <Notice>{text("elder-pairing.consent.visits.refused")}</Notice>}
      <details>
        <summary>{text("elder-pairing.elder.enter")}</summary>
        <VisitForm
          elderId={elderId}
          hasLadder={ladder !== null}
          sendOrKeep={send}
          startLadder={() => api("POST /elders/:elderId/ladders", { params: { elderId } })}
          notesHealth={!isRefused(card, "health")}
          onDone={onDone}
          asksDay
          undone={undone}
        />
      </details>
    </>
  );
}
