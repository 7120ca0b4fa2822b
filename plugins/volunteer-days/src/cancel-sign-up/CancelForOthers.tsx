import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";

interface CancelForOthersProps {
  readonly dayId: string;
  readonly person: { readonly signUpId: string; readonly name: string };
  readonly onDone: () => Promise<unknown>;
}

/** Somebody rang that they cannot come: their place goes to whoever waits first; taken back, they have a place if one is free and stand in line if not. */
export function CancelForOthers({ dayId, person: { signUpId, name }, onDone }: CancelForOthersProps) {
  const [isAsking, ask] = useState(false);
  const params = { signUpId };
  const undo = async () => {
    const { state, queue } = await api("POST /sign-ups/:signUpId/again", { params });
    await onDone();
    toast(state === "waiting" ? text("volunteer-days.done.waiting", { place: queue ?? 1 }) : text("volunteer-days.deskCancel.back", { name }));
  };
  const cancel = async () => {
    const { children, ...told } = await api("POST /sign-ups/:signUpId/cancel", { params });
    await onDone();
    const said = children === 0 ? text("volunteer-days.deskCancel.done", { name }) : text("volunteer-days.deskCancel.children", { name, count: children });
    sayTold(dayId, said, told, { undo });
  };
  return (
    <>
      <Button look="plain" aria-label={text("volunteer-days.deskCancel.of", { name })} onClick={() => ask(true)}>
        {text("volunteer-days.deskCancel.open")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={text("volunteer-days.deskCancel.sure", { name })}
        verb={text("volunteer-days.deskCancel.open")}
        onConfirm={cancel}
      >
        <p>{text("volunteer-days.mine.noHarm")}</p>
      </ConfirmDialog>
    </>
  );
}
