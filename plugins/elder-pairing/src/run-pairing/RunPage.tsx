import { useState } from "preact/hooks";
import { Await, Button, ButtonLink, Card, EmptyState, ErrorNotice, Notice, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { QuotaCard } from "../set-quotas/QuotaCard.js";
import { findTop } from "../show-board/find-top.js";
import { PlannedCard, readPlannedPairs } from "../show-plan/PlannedCard.js";
import { Shortages } from "../show-plan/Shortages.js";

/** The matching in figures, and every pair of it. */
const preview = async (placeId: string) => {
  const [figures, planned] = await Promise.all([api("POST /places/:placeId/pairing/preview", { params: { placeId } }), readPlannedPairs(placeId)]);
  return { ...figures, ...planned };
};
type Preview = Awaited<ReturnType<typeof preview>>;

/** How many get somebody else than they have, on a side; a first matching moves nobody. */
const movedOn = (side: "primary" | "backup", { pairs }: Preview): number => pairs.filter((pair) => (pair[side]?.was ?? null) !== null).length;

function Answer({ shown }: { readonly shown: Preview }) {
  const { summary, names } = shown;
  const moved = { count: movedOn("primary", shown), backups: movedOn("backup", shown) };
  const isMoving = moved.count + moved.backups > 0;
  const { primary, backup, withOne, withTwo, sameVillage, otherVillage } = summary;
  return (
    <Card title={text("elder-pairing.run.answer")}>
      <div class="lx-stack">
        <p class="run-line">{text("elder-pairing.run.line", { withOne, withTwo, same: sameVillage })}</p>
        <SummaryList
          rows={[
            { label: text("elder-pairing.run.primary"), value: text("elder-pairing.run.paired", { count: primary.paired }) },
            { label: text("elder-pairing.run.backup"), value: text("elder-pairing.run.paired", { count: backup.paired }) },
            { label: text("elder-pairing.run.other"), value: text("elder-pairing.run.pairs", { count: otherVillage }) },
            { label: text("elder-pairing.run.moves"), value: text("elder-pairing.run.moved", moved) },
            ...(isMoving
              ? [{ label: text("elder-pairing.run.givenUp"), value: text("elder-pairing.run.dearer", { cost: primary.givenUp, backups: backup.givenUp }) }]
              : []),
            {
              label: text("elder-pairing.run.proof"),
              value: text(primary.isCertified && backup.isCertified ? "elder-pairing.run.proved" : "elder-pairing.run.unproved"),
            },
          ]}
        />
        <Shortages names={names} shortages={primary.shortages} word={text("elder-pairing.run.primary")} />
        <Shortages names={names} shortages={backup.shortages} word={text("elder-pairing.run.backup")} />
        <p class="lx-hint">{text("elder-pairing.run.wait")}</p>
      </div>
    </Card>
  );
}

const nobodyIn = ({ summary: { primary } }: Preview): boolean => primary.paired + primary.unserved.length === 0;

/** 配一次: what the matching would be, then one press that puts it in force. */
export default function RunPage() {
  const loaded = useLoaded(async () => ({ place: await findTop(), ...(await api("GET /units")) }), [], { keepsOld: true });
  const [shown, setShown] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isInForce, setInForce] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  };
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.run.heading")} note={text("elder-pairing.run.note")} />
      {error !== undefined && <ErrorNotice error={error} />}
      <Await of={loaded}>
        {({ place, units }) =>
          place === undefined ? null : (
            <>
              <div class="lx-actions">
                <Button
                  look={shown ? "soft" : "filled"}
                  aria-disabled={isBusy}
                  onClick={() => void run(async () => (setInForce(false), setShown(await preview(place.id))))}
                >
                  {text("elder-pairing.run.try")}
                </Button>
              </div>
              {shown && nobodyIn(shown) && (
                <EmptyState why={text("elder-pairing.board.empty")}>
                  <ButtonLink look="filled" href="/elder-pairing/registers">
                    {text("elder-pairing.page.registers")}
                  </ButtonLink>
                </EmptyState>
              )}
              {shown && !nobodyIn(shown) && <Answer shown={shown} />}
              {shown && !nobodyIn(shown) && (
                <PlannedCard placeId={place.id} pairs={shown.pairs} onChosen={() => run(async () => (setInForce(false), setShown(await preview(place.id))))} />
              )}
              {shown && isInForce && (
                <Notice kind="done">
                  <span class="lx-actions">
                    {text("elder-pairing.run.inForce")}
                    <ButtonLink look="filled" href="/elder-pairing/waiting">
                      {text("elder-pairing.page.waiting")}
                    </ButtonLink>
                  </span>
                </Notice>
              )}
              {shown && !isInForce && !nobodyIn(shown) && (
                <div class="lx-actions">
                  <Button
                    look="filled"
                    aria-disabled={isBusy}
                    onClick={() =>
                      void run(async () => {
                        await api("POST /places/:placeId/pairing", { params: { placeId: place.id }, body: { stamp: shown.stamp } });
                        setShown(await preview(place.id));
                        setInForce(true);
                        toast(text("elder-pairing.run.published"));
                      })
                    }
                  >
                    {text("elder-pairing.run.publish")}
                  </Button>
                </div>
              )}
              <QuotaCard placeId={place.id} units={units} onDone={loaded.reload} />
            </>
          )
        }
      </Await>
    </div>
  );
}
