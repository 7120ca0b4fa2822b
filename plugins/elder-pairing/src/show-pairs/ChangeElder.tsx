import { useState } from "preact/hooks";
import { Button, Card, Chips } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { isRefused } from "../keep-consents/is-refused.js";
import { levels, wishes, type Level, type Wish } from "../words.js";

interface ChangeProps {
  readonly elder: {
    readonly id: string;
    readonly name: string;
    readonly wish: string;
    readonly level: string;
    readonly isInCare: boolean;
    readonly card: Parameters<typeof isRefused>[0];
  };
  readonly onDone: () => Promise<unknown>;
}
type Ending = "deceased" | "moved";
/** A change that is asked once more: what it is, what follows, and the act. */
interface Asked {
  readonly verb: string;
  readonly sure: string;
  readonly act: () => Promise<unknown>;
}
/** What follows where days are planned, where none are as no visit is wished, and where none are as nobody has agreed to come yet. */
const planOf = ({ wish, isInCare }: ChangeProps["elder"]) => (wish === "none" ? ".unwished" : isInCare ? "" : ".alone");
const happened = ["fall", "hospital", "bereavement", "lost_carer"] as const;

/** What changes of an elder: the wish, the level, what happened, or that they are no longer here; each asked once more with what follows. */
export function ChangeElder({ elder, onDone }: ChangeProps) {
  const [asked, setAsked] = useState<Asked>();
  const params = { elderId: elder.id };
  const askWish = (wish: Wish) => {
    if (wish === elder.wish) return;
    const sure = text(wish === "none" ? "elder-pairing.change.none" : "elder-pairing.change.wish", { wish: word("wish", wish) });
    setAsked({ verb: word("wish", wish), sure, act: () => api("PUT /elders/:elderId/wish", { params, body: { wish } }) });
  };
  const askLevel = (level: Level) => {
    if (level === elder.level) return;
    const sure = text(`elder-pairing.change.level${planOf(elder)}`, {
      from: word("level", elder.level),
      to: word("level", level),
      often: text(`elder-pairing.change.${level}`),
    });
    setAsked({ verb: word("level", level), sure, act: () => api("PUT /elders/:elderId/level", { params, body: { level } }) });
  };
  const askHappened = (kind: (typeof happened)[number]) =>
    setAsked({
      verb: text(`elder-pairing.elder.${kind}`),
      sure: text(`elder-pairing.change.happened${planOf(elder)}`),
      act: () => api("POST /elders/:elderId/triggers", { params, body: { kind } }),
    });
  const askEnd = (state: Ending) =>
    setAsked({
      verb: text(`elder-pairing.elder.${state}`),
      sure: text(`elder-pairing.elder.${state}.sure`),
      act: () => api("POST /elders/:elderId/end", { params, body: { state } }),
    });
  return (
    <Card title={text("elder-pairing.elder.change")}>
      <div class="lx-stack">
        <Chips
          label={text("elder-pairing.visit.wish")}
          options={wishes.map((value) => ({ value, label: word("wish", value) }))}
          chosen={elder.wish as Wish}
          onChoose={askWish}
        />
        <Chips
          label={text("elder-pairing.col.level")}
          options={levels.map((value) => ({ value, label: word("level", value) }))}
          chosen={elder.level as Level}
          onChoose={askLevel}
        />
        {isRefused(elder.card, "health") && <p class="lx-hint">{text("elder-pairing.change.noHealth")}</p>}
        <div class="lx-actions">
          {happened.map((kind) => (
            <Button key={kind} look="soft" onClick={() => askHappened(kind)}>
              {text(`elder-pairing.elder.${kind}`)}
            </Button>
          ))}
        </div>
        <div class="lx-actions">
          {(["moved", "deceased"] as const).map((kind) => (
            <Button key={kind} look="plain" onClick={() => askEnd(kind)}>
              {text(`elder-pairing.elder.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={elder.name}
        verb={asked?.verb ?? ""}
        onConfirm={async () => {
          await asked!.act();
          await onDone();
          toast(text("elder-pairing.board.agreed"));
        }}
      >
        {asked?.sure}
      </ConfirmDialog>
    </Card>
  );
}
