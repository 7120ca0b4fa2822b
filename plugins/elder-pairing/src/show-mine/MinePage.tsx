import { Await, Button, ButtonLink, Card, dayText, EmptyState, Notice, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, kindOfLevel, text, today, word } from "../api.js";
import { WhyRaised } from "../end-raised/WhyRaised.js";
import { OfflineHint } from "../keep-offline/OfflineHint.js";
import { useVisits } from "../keep-offline/use-visits.js";
import { DeclineMine } from "../keep-apart/DeclineMine.js";
import { RefusedVisits } from "./RefusedVisits.js";
import { sayBecause } from "../show-pairs/say-because.js";
import "./Mine.css";

const read = () => api("GET /mine");
type Pair = Awaited<ReturnType<typeof read>>["pairs"][number];

/** When to go next; a day that has passed is said to have passed. */
function Next({ on }: { readonly on: string | null }) {
  if (on === null) return <span>{text("elder-pairing.mine.noneDue")}</span>;
  const day = dayText(on);
  return on < today() ? <Status kind="late" word={text("elder-pairing.mine.late", { day })} /> : <span>{text("elder-pairing.mine.next", { day })}</span>;
}

function PairCard({ pair, onDone }: { readonly pair: Pair; readonly onDone: () => Promise<unknown> }) {
  const agree = async () => {
    await api("POST /mine/elders/:elderId/agree", { params: { elderId: pair.id } });
    await onDone();
    toast(text("elder-pairing.mine.agreed"));
  };
  return (
    <Card title={`${pair.name} · ${pair.village} ${pair.residentsGroup ?? ""}`.trim()}>
      <div class="lx-stack">
        <p class="mine-facts">
          <Status kind={kindOfLevel(pair.level)} word={`${word("level", pair.level)} · ${word("role", pair.role)}`} />
          <span>{word("wish", pair.wish)}</span>
          <Next on={pair.nextOn} />
        </p>
        <WhyRaised level={pair.level} raised={pair.raised} due={pair.nextOn === null ? [] : [pair.nextOn]} />
        {pair.role !== "primary" && pair.comesToday && <Notice>{text("elder-pairing.mine.standsIn")}</Notice>}
        {pair.role === "primary" && !pair.isEffective && !pair.waitsForMe && <Notice>{text("elder-pairing.mine.waitsForElder")}</Notice>}
        {pair.role === "primary" && <p class="lx-hint">{sayBecause(pair.because)}</p>}
        {pair.awayUntil !== null && (
          <Notice>
            {pair.comes === null
              ? text("elder-pairing.mine.away", { day: dayText(pair.awayUntil) })
              : text("elder-pairing.mine.awayBy", { day: dayText(pair.awayUntil), cadre: pair.comes })}
          </Notice>
        )}
        {pair.hasLadder && <Notice kind="warning">{text("elder-pairing.mine.ladder")}</Notice>}
        <div class="lx-actions">
          <ButtonLink look={pair.waitsForMe || !pair.comesToday ? "soft" : "filled"} href={`/elder-pairing/mine/${pair.id}`}>
            {text("elder-pairing.mine.write")}
          </ButtonLink>
          {pair.waitsForMe && (
            <Button look="filled" onClick={() => void agree()}>
              {text("elder-pairing.mine.agree")}
            </Button>
          )}
          {pair.role === "primary" && !pair.isEffective && <DeclineMine elder={pair} onDone={onDone} />}
        </div>
      </div>
    </Card>
  );
}

/** 我的结对: who I help, what is due, one press to write a visit down. */
export default function MinePage() {
  const mine = useLoaded(read, [], { keepsOld: true });
  const { count, refusals, forget, sendAgain } = useVisits(mine.reload);
  const nameOf = (elderId: string) => mine.value?.pairs.find(({ id }) => id === elderId)?.name;
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.mine.heading")} />
      {count > 0 && <Notice>{text("elder-pairing.mine.waits", { count })}</Notice>}
      <RefusedVisits refusals={refusals} nameOf={nameOf} onForget={(id) => void forget(id)} onAgain={sendAgain} />
      <OfflineHint />
      <Await of={mine}>
        {({ pairs }) =>
          pairs.length === 0 ? (
            <EmptyState why={text("elder-pairing.mine.empty")} />
          ) : (
            <div class="mine-grid">
              {pairs.map((pair) => (
                <PairCard key={pair.pairId} pair={pair} onDone={mine.reload} />
              ))}
            </div>
          )
        }
      </Await>
    </div>
  );
}
