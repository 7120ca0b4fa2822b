import { useRoute } from "preact-iso";
import { Await, ButtonLink, Card, dayText, mayAnywhere, Notice, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { api, kindOfLevel, reason, text, today, word } from "../api.js";
import { RaisedCard } from "../end-raised/RaisedCard.js";
import { HandoversCard } from "../hand-over/HandoversCard.js";
import { ApartCard } from "../keep-apart/ApartCard.js";
import { EraseButton } from "../keep-people/EraseButton.js";
import { LinkElder } from "../link-people/LinkElder.js";
import { NeedsCard } from "../meet-needs/NeedsCard.js";
import { SnoozeCard } from "../urge-visits/SnoozeCard.js";
import { RestoreElder } from "../undo-leaving/RestoreElder.js";
import { ConsentsCard } from "../keep-consents/ConsentsCard.js";
import { DeskVisits } from "./DeskVisits.js";
import { Alternatives, askAlternatives } from "./Alternatives.js";
import { ChangeElder } from "./ChangeElder.js";
import { Call, Facts } from "./ElderFacts.js";
import { isNotHere, NotHere } from "./NotHere.js";
import { sayBecause } from "./say-because.js";
import { readElder, type Read, type Reload } from "./read-elder.js";

/** Who is here no longer; of today, with the way back. */
function Gone({ elder, onDone }: Pick<Read, "elder"> & { readonly onDone: Reload }) {
  if (elder.state === "erased")
    return (
      <Notice>
        <span class="lx-actions">
          {text("elder-pairing.elder.erased")}
          <ButtonLink href="/elder-pairing/elders">{text("elder-pairing.page.elders")}</ButtonLink>
        </span>
      </Notice>
    );
  if (elder.state !== "deceased" && elder.state !== "moved") return null;
  const state = text(`elder-pairing.undo.${elder.state}`);
  if (elder.untilOn !== today()) return <Notice>{text("elder-pairing.elder.gone", { state })}</Notice>;
  return (
    <Notice kind="warning">
      <span class="lx-actions">
        {text("elder-pairing.elder.left", { state })}
        <RestoreElder elder={elder} onDone={onDone} />
      </span>
    </Notice>
  );
}

const order = ["primary", "backup", "cover"];
type Pair = Read["history"]["pairs"][number];
/** Who is helper now, A before B; then who was, the latest first. */
const inOrder = (pairs: readonly Pair[]): Pair[] => [
  ...pairs.filter(({ untilOn }) => untilOn === null).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
  ...pairs.filter(({ untilOn }) => untilOn !== null).reverse(),
];

/** Reasons for which the one before had to go: not said of who came instead. */
const ofTheOther: ReadonlySet<string> = new Set(["transferred", "deceased", "leave", "declined", "unwilling", "complaint", "moved", "erased"]);
/** Why a pair began; where the one before ended, whom they follow and why. */
function sayStart({ role, startReason, fromOn }: Pair, pairs: readonly Pair[]): string {
  if (!ofTheOther.has(startReason)) return reason(startReason);
  const before = pairs.findLast((one) => one.role === role && one.untilOn === fromOn && one.endReason === startReason);
  return before
    ? text("elder-pairing.elder.follows", { cadre: before.cadre, why: reason(startReason) })
    : text("elder-pairing.elder.after", { reason: reason(startReason) });
}

const History = ({ history: { pairs } }: Pick<Read, "history">) => (
  <Card title={text("elder-pairing.elder.history")}>
    <ul class="visit-past">
      {inOrder(pairs).map((one) => (
        <li key={one.id}>
          <strong>{one.cadre}</strong> {one.phone && <Call phone={one.phone} />} {word("role", one.role)} {dayText(one.fromOn)}–
          {one.untilOn ? dayText(one.untilOn) : text("elder-pairing.elder.now")}（{sayStart(one, pairs)}
          {one.endReason && ` → ${reason(one.endReason)}`}）
          {one.untilOn === null && one.role !== "cover" && <span class="lx-hint">{sayBecause(one.because)}</span>}
          {one.role === "primary" && one.untilOn === null && one.effectiveOn === null && " "}
          {one.role === "primary" && one.effectiveOn === null && one.untilOn === null && <Status kind="soon" word={text("elder-pairing.elder.pending")} />}
        </li>
      ))}
    </ul>
  </Card>
);

function Changes({ elder, onDone }: Pick<Read, "elder"> & { readonly onDone: Reload }) {
  const erase = (name: string) => api("POST /elders/:elderId/erase", { params: { elderId: elder.id }, body: { name } });
  return (
    <>
      {elder.state === "active" && <RaisedCard raised={elder.raised} onDone={onDone} />}
      {elder.state === "active" && <ChangeElder elder={elder} onDone={onDone} />}
      {elder.state === "active" && <SnoozeCard elderId={elder.id} until={elder.snoozedUntil} onDone={onDone} />}
      {elder.state !== "erased" && mayAnywhere("elder-pairing.keepRegisters") && <LinkElder elder={elder} onDone={onDone} />}
      {elder.state !== "erased" && mayAnywhere("elder-pairing.keepRegisters") && <EraseButton name={elder.name} erase={erase} onDone={onDone} />}
    </>
  );
}

/** One elder and who answers for them: facts, A and B, history by interval, hand-overs, needs, another cadre. */
export default function ElderPage() {
  const { elderId } = useRoute().params as { elderId: string };
  const loaded = useLoaded(() => readElder(elderId), [elderId], { keepsOld: true });
  if (!loaded.value && isNotHere(loaded.error)) return <NotHere href="/elder-pairing/elders" to={text("elder-pairing.page.elders")} />;
  return (
    <Await of={loaded} lines={8}>
      {({ elder, history, needs }) => (
        <div class="lx-stack">
          <PageHead title={elder.name} note={`${elder.village} ${elder.residentsGroup ?? ""}`.trim()}>
            {elder.state !== "erased" && <Status kind={kindOfLevel(elder.level)} word={word("level", elder.level)} />}
          </PageHead>
          <Gone elder={elder} onDone={loaded.reload} />
          <div class="lx-two">
            <div class="lx-stack">
              {elder.state === "active" && <DeskVisits elder={elder} onDone={loaded.reload} />}
              <History history={history} />
              {elder.state === "active" && <ApartCard elderId={elderId} history={history} onDone={loaded.reload} />}
              <HandoversCard handovers={history.handovers} onDone={loaded.reload} />
              <NeedsCard needs={needs} onDone={loaded.reload} />
              {elder.state === "active" && mayAnywhere("elder-pairing.plan") && (
                <Card title={text("elder-pairing.elder.other")}>
                  <Alternatives elderId={elderId} ask={(role) => askAlternatives(elderId, role)} onDone={loaded.reload} />
                </Card>
              )}
            </div>
            <div class="lx-stack">
              {elder.state !== "erased" && (
                <Card title={text("elder-pairing.visit.known")}>
                  <Facts elder={elder} />
                </Card>
              )}
              {elder.state === "active" && <ConsentsCard elder={elder} onDone={loaded.reload} />}
              <Changes elder={elder} onDone={loaded.reload} />
            </div>
          </div>
        </div>
      )}
    </Await>
  );
}
