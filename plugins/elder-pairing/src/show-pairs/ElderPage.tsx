import { useRoute } from "preact-iso";
import { useState } from "preact/hooks";
import { addressOf, Await, Button, Card, dayText, mayAnywhere, Notice, PageHead, Status, SummaryList, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, kindOfLevel, reason, text, word } from "../api.js";
import { ChangeElder } from "./ChangeElder.js";
import { sayBecause } from "./say-because.js";

const read = async (elderId: string) => ({
  elder: await api("GET /elders/:elderId", { params: { elderId } }),
  history: await api("GET /elders/:elderId/history", { params: { elderId } }),
});
type Read = Awaited<ReturnType<typeof read>>;
type Reload = () => Promise<unknown>;

function Facts({ elder }: Pick<Read, "elder">) {
  const { card } = elder;
  const care = [
    card.care && word("living", card.care.living),
    card.care && word("ability", card.care.ability),
    ...(card.care?.flags ?? []).map((flag) => word("flag", flag)),
  ];
  const rows = [
    { label: text("elder-pairing.visit.wish"), value: text("elder-pairing.elder.wished", { wish: word("wish", elder.wish), day: dayText(elder.wishedOn) }) },
    { label: text("elder-pairing.visit.care"), value: care.filter(Boolean).join("、") },
    { label: text("elder-pairing.visit.phone"), value: card.phone ?? "" },
    { label: text("elder-pairing.visit.address"), value: card.address ?? "" },
    ...card.contacts.map((one) => ({ label: one.relation || text("elder-pairing.visit.contact"), value: `${one.name} ${one.phone ?? ""}` })),
    ...card.consents.map((one) => ({
      label: text("elder-pairing.elder.consent"),
      value: `${text(`elder-pairing.elder.consent.${one.scope}` as never)} ${dayText(one.givenOn)}${one.withdrawnOn ? text("elder-pairing.elder.withdrawn", { day: dayText(one.withdrawnOn) }) : ""}`,
    })),
  ];
  return <SummaryList rows={rows.filter(({ value }) => value.trim() !== "")} />;
}

const History = ({ history: { pairs } }: Pick<Read, "history">) => (
  <Card title={text("elder-pairing.elder.history")}>
    <ul>
      {[...pairs].reverse().map((one) => (
        <li key={one.id}>
          <strong>{one.cadre}</strong> {word("role", one.role)} {dayText(one.fromOn)}–{one.untilOn ? dayText(one.untilOn) : text("elder-pairing.elder.now")}（
          {reason(one.startReason)}
          {one.endReason && ` → ${reason(one.endReason)}`}）
          {one.role === "primary" && one.effectiveOn === null && one.untilOn === null && <Status kind="soon" word={text("elder-pairing.elder.pending")} />}
        </li>
      ))}
    </ul>
  </Card>
);

function Handovers({ history: { handovers }, onDone }: Pick<Read, "history"> & { readonly onDone: Reload }) {
  if (handovers.length === 0) return null;
  const sign = async (handoverId: string, signer: "outgoing" | "incoming" | "elder") => {
    await api("POST /handovers/:handoverId/sign", { params: { handoverId }, body: { signer } });
    await onDone();
  };
  return (
    <Card title={text("elder-pairing.board.handovers")}>
      {handovers.map((one) => (
        <div key={one.id} class="lx-stack">
          <p>
            {one.from} → {one.to} {dayText(one.openedOn)}{" "}
            {one.doneOn ? <Status kind="done" word={dayText(one.doneOn)} /> : <Status kind="track" word={text("elder-pairing.elder.unsigned")} />}
          </p>
          <div class="lx-actions">
            {one.doneOn === null &&
              (["outgoing", "incoming", "elder"] as const)
                .filter((signer) => !one[signer])
                .map((signer) => (
                  <Button key={signer} look="soft" onClick={() => void sign(one.id, signer)}>
                    {text(`elder-pairing.elder.sign.${signer}`)}
                  </Button>
                ))}
            <a href={addressOf("elder-pairing", "/handovers/:handoverId/sheet", { handoverId: one.id })} download>
              {text("elder-pairing.paper.handover")}
            </a>
          </div>
        </div>
      ))}
    </Card>
  );
}

/** 换一位: other cadres with why, what it costs, and who else would move. */
function Alternatives({ elderId, onDone }: { readonly elderId: string; readonly onDone: Reload }) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof ask>>["alternatives"]>();
  const ask = () => api("GET /elders/:elderId/alternatives", { params: { elderId } });
  const choose = async (cadreId: string) => {
    await api("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId } });
    setFound(undefined);
    await onDone();
    toast(text("elder-pairing.elder.changed"));
  };
  return (
    <Card title={text("elder-pairing.elder.other")}>
      <div class="lx-stack">
        <div class="lx-actions">
          <Button look="soft" onClick={() => void ask().then(({ alternatives }) => setFound(alternatives))}>
            {text("elder-pairing.elder.ask")}
          </Button>
        </div>
        {found && <p class="lx-hint">{text("elder-pairing.elder.costHint")}</p>}
        {found?.length === 0 && <Notice>{text("elder-pairing.elder.noneElse")}</Notice>}
        <ul>
          {found?.map((one) => (
            <li key={one.cadreId}>
              {text("elder-pairing.elder.alternative", { name: one.name, unit: one.unit, why: sayBecause(one.because), cost: one.costMore })}
              {one.others.length > 0 &&
                text("elder-pairing.elder.others", {
                  count: one.others.length,
                  who: one.others.map(({ elder, cadre }) => `${elder}→${cadre}`).join("、"),
                })}{" "}
              <Button look="plain" aria-label={`${text("elder-pairing.elder.choose")} ${one.name}`} onClick={() => void choose(one.cadreId)}>
                {text("elder-pairing.elder.choose")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** One elder and who answers for them: facts, A and B, history by interval, hand-overs, another cadre. */
export default function ElderPage() {
  const { elderId } = useRoute().params as { elderId: string };
  const loaded = useLoaded(() => read(elderId), [elderId], { keepsOld: true });
  return (
    <Await of={loaded} lines={8}>
      {({ elder, history }) => (
        <div class="lx-stack">
          <PageHead title={elder.name} note={elder.residentsGroup ?? ""}>
            <Status kind={kindOfLevel(elder.level)} word={word("level", elder.level)} />
          </PageHead>
          <div class="lx-two">
            <div class="lx-stack">
              <History history={history} />
              <Handovers history={history} onDone={loaded.reload} />
              {mayAnywhere("elder-pairing.plan") && <Alternatives elderId={elderId} onDone={loaded.reload} />}
            </div>
            <div class="lx-stack">
              <Card title={text("elder-pairing.visit.known")}>
                <Facts elder={elder} />
              </Card>
              {elder.state === "active" && <ChangeElder elder={elder} onDone={loaded.reload} />}
            </div>
          </div>
        </div>
      )}
    </Await>
  );
}
