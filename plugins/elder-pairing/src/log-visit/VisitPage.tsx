import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Await, Card, dayText, Notice, PageHead, Status, SummaryList, useLoaded } from "@lianxin/web-kit";
import { api, kindOfLevel, sayWho, text, word } from "../api.js";
import { WhyRaised } from "../end-raised/WhyRaised.js";
import { LadderCard } from "../find-nobody/LadderCard.js";
import { OfflineHint } from "../keep-offline/OfflineHint.js";
import { useVisits } from "../keep-offline/use-visits.js";
import { isRefused } from "../keep-consents/is-refused.js";
import { PastSearches } from "../read-past/PastSearches.js";
import { PastVisits } from "../read-past/PastVisits.js";
import { isNotHere, NotHere } from "../show-pairs/NotHere.js";
import { VisitForm } from "./VisitForm.js";
import "./Visit.css";

const read = (elderId: string) => api("GET /mine/elders/:elderId", { params: { elderId } });
export type OwnElder = Awaited<ReturnType<typeof read>>;

const Call = ({ phone }: { readonly phone: string | null }) =>
  phone ? (
    <a class="lx-num" href={`tel:${phone}`}>
      {phone}
    </a>
  ) : (
    <span class="lx-hint">{text("elder-pairing.visit.noPhone")}</span>
  );

/** What one has to know at the door: how they live, what to look out for, whom to call. */
function Facts({ elder: { card, handedOver, dialect, wish, sex, birthYear } }: { readonly elder: OwnElder }) {
  const { care, notes, phone, address, contacts } = card;
  const words = [
    care && word("living", care.living),
    care && care.ability !== "able" && word("ability", care.ability),
    ...(care?.flags ?? []).map((flag) => word("flag", flag)),
  ];
  const rows = [
    { label: text("elder-pairing.elder.who"), value: sayWho(sex, birthYear) },
    { label: text("elder-pairing.visit.phone"), value: <Call phone={phone} /> },
    { label: text("elder-pairing.visit.address"), value: address ?? "" },
    { label: text("elder-pairing.visit.care"), value: words.filter(Boolean).join("、") },
    { label: text("elder-pairing.visit.wish"), value: [word("wish", wish), notes.time].filter(Boolean).join("，") },
    {
      label: text("elder-pairing.visit.notes"),
      value: [
        dialect && text("elder-pairing.visit.speaks", { dialect }),
        notes.senses,
        notes.key && text("elder-pairing.visit.key", { who: notes.key }),
        notes.hazards,
      ]
        .filter(Boolean)
        .join("；"),
    },
    { label: text("elder-pairing.visit.handedOver"), value: handedOver ?? "" },
    ...contacts.map((one) => ({
      label: one.relation || text("elder-pairing.visit.contact"),
      value: (
        <>
          {one.name} <Call phone={one.phone} />
          {one.isAway && `（${text("elder-pairing.visit.away")}）`}
        </>
      ),
    })),
  ];
  return (
    <>
      {!card.isOpen && <p class="lx-hint">{text("elder-pairing.card.pending")}</p>}
      <SummaryList rows={rows.filter(({ value }) => value !== "")} />
    </>
  );
}

/** How a need stands, in the words of the desk. */
const standOf = ({ closedOn, matterNumber }: OwnElder["needs"][number]) =>
  closedOn ? (
    <Status kind="done" word={text("elder-pairing.need.done")} />
  ) : (
    <Status kind="track" word={text(matterNumber ? "elder-pairing.state.need.in_matter" : "elder-pairing.state.need.open")} />
  );

/** What they asked for, apart from the visits; whoever passed a need on follows it on the page of its matter. */
const Needs = ({ needs }: Pick<OwnElder, "needs">) =>
  needs.length === 0 ? null : (
    <Card title={text("elder-pairing.need.heading")}>
      <ul class="visit-past">
        {needs.map((one) => (
          <li key={one.id}>
            {dayText(one.openedOn)} {one.category ? word("need", one.category) : text("elder-pairing.need.closedKind")} {standOf(one)}{" "}
            {one.matterId ? <a href={`/matters/${one.matterId}`}>{one.matterNumber}</a> : one.matterNumber}
            {one.words && <div class="lx-hint">{one.words}</div>}
          </li>
        ))}
      </ul>
    </Card>
  );

/** One elder for whoever helps them: the entry first, under a minute with one thumb; what is known beside it. */
export default function VisitPage() {
  const { elderId } = useRoute().params as { elderId: string };
  const loaded = useLoaded(() => read(elderId), [elderId], { keepsOld: true });
  const visits = useVisits(loaded.reload);
  const [undone, setUndone] = useState(0);
  const afterUndo = () => (setUndone(undone + 1), loaded.reload());
  if (!loaded.value && isNotHere(loaded.error)) return <NotHere href="/elder-pairing/mine" to={text("elder-pairing.page.mine")} />;
  return (
    <div class="lx-stack">
      {visits.count > 0 && <Notice>{text("elder-pairing.mine.waits", { count: visits.count })}</Notice>}
      <Await of={loaded} lines={8}>
        {(elder) => (
          <>
            <PageHead title={text("elder-pairing.visit.heading", { name: elder.name })}>
              <Status kind={kindOfLevel(elder.level)} word={`${word("level", elder.level)} · ${word("role", elder.role)}`} />
            </PageHead>
            <div class="lx-two">
              <div class="lx-stack">
                <WhyRaised level={elder.level} raised={elder.raised} due={elder.due.map(({ dueOn }) => dueOn)} />
                {elder.ladder && <LadderCard ladder={elder.ladder} card={elder.card} onDone={loaded.reload} />}
                <VisitForm
                  elderId={elderId}
                  sendOrKeep={visits.sendOrKeep}
                  hasLadder={elder.ladder !== null}
                  notesHealth={!isRefused(elder.card, "health")}
                  onDone={loaded.reload}
                  undone={undone}
                />
                <OfflineHint />
              </div>
              <div class="lx-stack">
                <Card title={text("elder-pairing.visit.known")}>
                  <Facts elder={elder} />
                </Card>
                <Card title={text("elder-pairing.visit.past")}>
                  <PastVisits elderId={elderId} isDesk={false} visits={elder.visits} count={elder.visitCount} onDone={afterUndo} />
                </Card>
                <Needs needs={elder.needs} />
                <PastSearches elderId={elderId} isDesk={false} count={elder.searchCount} reopenId={elder.reopenId} onDone={loaded.reload} />
              </div>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
