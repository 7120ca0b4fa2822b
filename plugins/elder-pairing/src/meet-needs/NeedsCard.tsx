import { useState } from "preact/hooks";
import { Button, Card, Chips, dayText, ErrorNotice, Status } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { UnsettleNeed } from "../undo-press/UnsettleNeed.js";

interface Need {
  readonly id: string;
  readonly category: string;
  readonly words: string | null;
  readonly matterId: string | null;
  readonly matterNumber: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly rating: string | null;
  readonly ratedVia: string | null;
  readonly mayClose: boolean;
}
type Reload = () => Promise<unknown>;
const ratings = ["good", "fair", "poor"] as const;
const ways = ["self", "telephone"] as const;

/** A need with the one verb that is next: settle it, or say what the elder thinks of it. */
function NeedLine({ need, onDone }: { readonly need: Need; readonly onDone: Reload }) {
  const [via, setVia] = useState<(typeof ways)[number]>("telephone");
  const [error, setError] = useState<unknown>();
  const params = { needId: need.id };
  const run = async (work: Promise<unknown>) => {
    setError(undefined);
    await work.then(async () => {
      await onDone();
      toast(text("elder-pairing.need.rated"));
    }, setError);
  };
  const said =
    need.rating &&
    text("elder-pairing.need.ratingSaid", {
      rating: text(`elder-pairing.need.${need.rating}` as never),
      via: text(`elder-pairing.need.${need.ratedVia}` as never),
    });
  const kind = need.category ? word("need", need.category) : text("elder-pairing.need.closedKind");
  return (
    <li class="lx-stack">
      <span>
        {dayText(need.openedOn)} {kind} {need.matterId && <a href={`/matters/${need.matterId}`}>{need.matterNumber}</a>}{" "}
        {need.closedOn ? <Status kind="done" word={text("elder-pairing.need.done")} /> : <Status kind="track" />} {said}
      </span>
      {need.words && <span class="lx-hint">{need.words}</span>}
      {error !== undefined && <ErrorNotice error={error} />}
      {need.mayClose && (
        <span class="lx-actions">
          <Button look="soft" onClick={() => void run(api("POST /needs/:needId/close", { params }))}>
            {text("elder-pairing.need.close")}
          </Button>
        </span>
      )}
      {need.closedOn && (
        <span>
          <UnsettleNeed needId={need.id} of={`${dayText(need.openedOn)} ${kind}`} onDone={onDone} />
        </span>
      )}
      {need.closedOn && (!need.rating || need.rating === "poor") && (
        <>
          <Chips
            label={text("elder-pairing.need.via")}
            options={ways.map((value) => ({ value, label: text(`elder-pairing.need.${value}`) }))}
            chosen={via}
            onChoose={setVia}
          />
          <span class="lx-actions" role="group" aria-label={text("elder-pairing.need.rate")}>
            {ratings.map((rating) => (
              <Button key={rating} look="soft" onClick={() => void run(api("POST /needs/:needId/rating", { params, body: { rating, via } }))}>
                {text(`elder-pairing.need.${rating}`)}
              </Button>
            ))}
          </span>
        </>
      )}
    </li>
  );
}

/** What an elder asked for, what became of it, and what they say of it, also by telephone. */
export const NeedsCard = ({ needs, onDone }: { readonly needs: readonly Need[]; readonly onDone: Reload }) => (
  <Card title={text("elder-pairing.need.heading")}>
    {needs.length === 0 ? (
      <p class="lx-hint">{text("elder-pairing.need.none")}</p>
    ) : (
      <ul class="lx-stack">
        {needs.map((need) => (
          <NeedLine key={need.id} need={need} onDone={onDone} />
        ))}
      </ul>
    )}
  </Card>
);
