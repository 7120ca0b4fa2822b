import { useState } from "preact/hooks";
import { ButtonLink, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";
import { GroupTextButton } from "../invite-neighbours/GroupTextButton.js";
import { ActButton } from "../show-refusal/ActButton.js";
import { waysOf, type ChangedDay } from "./change-values.js";
import { ClashDialog, type Clashing } from "./ClashDialog.js";
import { sendRestore, tryRestore } from "./restore-day.js";
import { whyOff } from "./why-off.js";

/** That a date does not take place and why, with the way back: at once, or where it falls on a holiday with the reason asked for. */
export function CalledOff({ day, mayChange, onDone }: { readonly day: ChangedDay; readonly mayChange: boolean; readonly onDone: () => Promise<unknown> }) {
  const [clashes, ask] = useState<readonly Clashing[]>([]);
  const restore = async (clashing: number) => {
    await sendRestore(day.id, { clashing });
    ask([]);
    await onDone();
  };
  const tryFirst = async () => {
    const found = await tryRestore(day.id, {});
    ask(found);
    if (found.length === 0) await restore(0);
  };
  const why = whyOff(day);
  const off = text(day.state === "undecided" ? "volunteer-days.rota.undecided" : "volunteer-days.rota.off");
  const isAtOnce = waysOf(day).includes("restore");
  return (
    <>
      <Notice kind="warning">{why ? `${off}：${why}` : off}</Notice>
      <div class="lx-actions">
        {mayChange && isAtOnce && <ActButton onAct={tryFirst}>{text("volunteer-days.change.restore")}</ActButton>}
        {mayChange && !isAtOnce && <ButtonLink href={`/volunteer-days/days/${day.id}/change`}>{text("volunteer-days.change.decide")}</ButtonLink>}
        {day.state === "cancelled" && <GroupTextButton dayId={day.id} />}
      </div>
      {clashes.length > 0 && <ClashDialog clashes={clashes} onClose={() => ask([])} onConfirm={() => restore(clashes.length)} />}
    </>
  );
}
