import { Button, dayText } from "@lianxin/web-kit";
import { api, text, today } from "../api.js";

interface AheadProps {
  readonly cadre: {
    readonly id: string;
    readonly name: string;
    readonly untilOn: string | null;
    readonly leaves: readonly { readonly id: string; readonly fromOn: string; readonly toOn: string }[];
  };
  readonly onDone: () => Promise<unknown>;
  readonly onFail: (error: unknown) => void;
}

/** Leaves and a transfer that run or are ahead, each with the way back. */
export function Ahead({ cadre: { id: cadreId, name, leaves, untilOn }, onDone, onFail }: AheadProps) {
  const params = { cadreId };
  const run = (work: Promise<unknown>) => void work.then(onDone, onFail);
  return (
    <>
      {leaves.map(({ id: leaveId, fromOn, toOn }) => (
        <span key={leaveId} class="lx-actions">
          {text("elder-pairing.cadres.leaveOf", { from: dayText(fromOn), to: dayText(toOn) })}
          <Button
            look="plain"
            aria-label={`${text(fromOn > today() ? "elder-pairing.cadres.leaveOff" : "elder-pairing.cadres.back")} ${name}`}
            onClick={() => run(api("POST /cadres/:cadreId/leaves/:leaveId/end", { params: { cadreId, leaveId }, body: { day: today() } }))}
          >
            {text(fromOn > today() ? "elder-pairing.cadres.leaveOff" : "elder-pairing.cadres.back")}
          </Button>
        </span>
      ))}
      {untilOn !== null && (
        <span class="lx-actions">
          {text("elder-pairing.cadres.leavesOn", { day: dayText(untilOn) })}
          <Button
            look="plain"
            aria-label={`${text("elder-pairing.cadres.stays")} ${name}`}
            onClick={() => run(api("POST /cadres/:cadreId/transfer/cancel", { params }))}
          >
            {text("elder-pairing.cadres.stays")}
          </Button>
        </span>
      )}
    </>
  );
}
