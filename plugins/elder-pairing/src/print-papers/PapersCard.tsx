import { useState } from "preact/hooks";
import { addressOf, ButtonLink, Card } from "@lianxin/web-kit";
import { text } from "../api.js";
import { MonthField, monthText, thisMonth } from "../show-board/MonthField.js";
import { PlaceSelect } from "../show-pairs/PlaceSelect.js";

const papers = { posted: "/places/:placeId/posted-list", book: "/places/:placeId/visit-book", ledger: "/places/:placeId/ledger" } as const;
const sheets = { visits: "/places/:placeId/visit-ledger", needs: "/places/:placeId/need-ledger" } as const;

/** Papers and sheets of the whole place, or of one township or village of it. */
export function PapersCard({ places }: { readonly places: readonly { readonly id: string; readonly name: string }[] }) {
  const [placeId, setPlaceId] = useState(places[0]!.id);
  const [month, setMonth] = useState(thisMonth);
  const place = places.find(({ id }) => id === placeId) ?? places[0]!;
  return (
    <Card title={text("elder-pairing.paper.heading", { place: place.name })}>
      <div class="lx-stack">
        <PlaceSelect label={text("elder-pairing.paper.place")} places={places} chosen={placeId} onChoose={setPlaceId} />
        <div class="lx-actions">
          {(["posted", "book", "ledger"] as const).map((paper) => (
            <ButtonLink key={paper} href={addressOf("elder-pairing", papers[paper], { placeId: place.id })} download>
              {text(`elder-pairing.paper.${paper}`)}
            </ButtonLink>
          ))}
        </div>
        <MonthField label={text("elder-pairing.paper.month")} month={month} onMonth={setMonth} />
        <div class="lx-actions">
          <ButtonLink href={`${addressOf("elder-pairing", sheets.visits, { placeId: place.id })}?month=${month}`} download>
            {text("elder-pairing.paper.visits", { month: monthText(month) })}
          </ButtonLink>
          <ButtonLink href={`${addressOf("elder-pairing", sheets.needs, { placeId: place.id })}?year=${month.slice(0, 4)}`} download>
            {text("elder-pairing.paper.needs", { year: month.slice(0, 4) })}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
