import { dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { AskOnce } from "./AskOnce.js";

interface LiftProps {
  readonly elderId: string;
  readonly until: string;
  readonly onDone: () => Promise<unknown>;
}

/** Until when an elder's visit is put off, and that it is no longer. */
export function LiftSnooze({ elderId, until, onDone }: LiftProps) {
  const lift = async () => {
    await api("POST /elders/:elderId/snooze/lift", { params: { elderId } });
    await onDone();
    toast(text("elder-pairing.lift.done"));
  };
  return (
    <div class="lx-actions">
      {text("elder-pairing.lift.until", { day: dayText(until) })}
      <AskOnce verb={text("elder-pairing.lift.verb")} of="" title={text("elder-pairing.lift.title")} sure={text("elder-pairing.lift.sure")} onConfirm={lift} />
    </div>
  );
}
