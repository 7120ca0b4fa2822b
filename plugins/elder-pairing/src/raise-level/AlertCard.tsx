import { useState } from "preact/hooks";
import { Button, Card } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { RunningAlerts, type readAlerts } from "../end-raised/RunningAlerts.js";
import { PlaceSelect } from "../show-pairs/PlaceSelect.js";

const alerts = ["heat", "cold", "flood"] as const;
interface AlertProps {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly running: Awaited<ReturnType<typeof readAlerts>>;
  readonly onDone: () => Promise<unknown>;
}

/** A heat, cold or flood alert: asked once more, because helpers are sent out by it. */
export function AlertCard({ places, running, onDone }: AlertProps) {
  const [chosen, setChosen] = useState<(typeof alerts)[number]>();
  const [placeId, setPlaceId] = useState(places[0]!.id);
  const place = places.find(({ id }) => id === placeId)!;
  const raise = async () => {
    const { elders } = await api("POST /places/:placeId/alerts", { params: { placeId }, body: { kind: chosen! } });
    await onDone();
    toast(text("elder-pairing.alert.raised", { count: elders }));
  };
  return (
    <Card title={text("elder-pairing.alert.heading")}>
      <div class="lx-stack">
        <RunningAlerts alerts={running} onDone={onDone} />
        <p class="lx-hint">{text("elder-pairing.alert.hint")}</p>
        <PlaceSelect label={text("elder-pairing.alert.place")} places={places} chosen={placeId} onChoose={setPlaceId} />
        <div class="lx-actions" role="group" aria-label={text("elder-pairing.alert.kind")}>
          {alerts.map((kind) => (
            <Button key={kind} look="soft" onClick={() => setChosen(kind)}>
              {text(`elder-pairing.alert.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <ConfirmDialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? `${text(`elder-pairing.alert.${chosen}`)} ${place.name}` : ""}
        verb={text("elder-pairing.alert.raise")}
        onConfirm={raise}
      >
        {text("elder-pairing.alert.sure", { place: place.name })}
      </ConfirmDialog>
    </Card>
  );
}
