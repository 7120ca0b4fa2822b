import { useState } from "preact/hooks";
import { addressOf, ButtonLink, Card } from "@lianxin/web-kit";
import { text } from "../api.js";

const papers = { posted: "/places/:placeId/posted-list", book: "/places/:placeId/visit-book", ledger: "/places/:placeId/ledger" } as const;

/** Papers and sheets of the whole place, or of one township or village of it. */
export function PapersCard({ places }: { readonly places: readonly { readonly id: string; readonly name: string }[] }) {
  const [placeId, setPlaceId] = useState(places[0]!.id);
  const place = places.find(({ id }) => id === placeId) ?? places[0]!;
  return (
    <Card title={text("elder-pairing.paper.heading", { place: place.name })}>
      <div class="lx-stack">
        {places.length > 1 && (
          <label class="lx-field">
            <span class="lx-label">{text("elder-pairing.paper.place")}</span>
            <select class="lx-input" value={placeId} onChange={(event) => setPlaceId(event.currentTarget.value)}>
              {places.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div class="lx-actions">
          {(["posted", "book", "ledger"] as const).map((paper) => (
            <ButtonLink key={paper} href={addressOf("elder-pairing", papers[paper], { placeId: place.id })} download>
              {text(`elder-pairing.paper.${paper}`)}
            </ButtonLink>
          ))}
        </div>
      </div>
    </Card>
  );
}
