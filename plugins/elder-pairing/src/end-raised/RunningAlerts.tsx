import { dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { endReasons } from "../words.js";

export const readAlerts = async () => (await api("GET /alerts")).alerts;
type Alerts = Awaited<ReturnType<typeof readAlerts>>;
interface RunningProps {
  readonly alerts: Alerts;
  readonly onDone: () => Promise<unknown>;
}

/** Alerts that run, each with the way to end it: raised by mistake, or over. */
export const RunningAlerts = ({ alerts, onDone }: RunningProps) =>
  alerts.length === 0 ? null : (
    <ul class="lx-stack" aria-label={text("elder-pairing.alert.running")}>
      {alerts.map(({ id, kind, place, onDay, untilOn, elders }) => {
        const of = `${word("raised", kind)} ${place}`;
        return (
          <li key={id} class="lx-actions">
            {text("elder-pairing.alert.line", { alert: of, count: elders, from: dayText(onDay), until: dayText(untilOn) })}
            <AskWhy
              verb={text("elder-pairing.alert.end")}
              of={of}
              title={text("elder-pairing.alert.endTitle", { alert: of })}
              sure={text("elder-pairing.alert.endSure", { count: elders })}
              kind="end"
              reasons={endReasons}
              send={async (reason, idempotencyKey) => {
                const ended = await api("POST /alerts/:alertId/end", { params: { alertId: id }, body: { reason }, idempotencyKey });
                toast(text("elder-pairing.alert.ended", { count: ended.elders }));
              }}
              onDone={onDone}
            />
          </li>
        );
      })}
    </ul>
  );
