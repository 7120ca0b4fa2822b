import { ErrorNotice, Skeleton, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog, Dialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";

export interface WishedMove {
  readonly signUpId: string;
  readonly dayId: string;
  readonly name: string;
  readonly site: { readonly id: string; readonly name: string };
}
interface MoveDialogProps {
  readonly move: WishedMove;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** Says what a move breaks before it is done, or why it cannot be; the person hears of it. */
export function MoveDialog({ move: { signUpId, dayId, name, site }, onClose, onDone }: MoveDialogProps) {
  const ask = (isTry: boolean) => api("POST /sign-ups/:signUpId/move", { params: { signUpId }, body: { siteId: site.id, isTry } });
  const tried = useLoaded(() => ask(true), [signUpId, site.id]);
  const title = text("volunteer-days.move.title", { name, site: site.name });
  if (!tried.value)
    return (
      <Dialog isOpen onClose={onClose} title={title}>
        {tried.error === undefined ? <Skeleton /> : <ErrorNotice error={tried.error} />}
      </Dialog>
    );
  const { breaks } = tried.value;
  const move = async () => {
    const { breaks: _known, ...told } = await ask(false);
    sayTold(dayId, text("volunteer-days.move.done", { name, site: site.name }), told);
    await onDone();
  };
  return (
    <ConfirmDialog isOpen onClose={onClose} title={title} verb={text("volunteer-days.move.verb")} onConfirm={move}>
      {breaks.length === 0 ? <p>{text("volunteer-days.move.fine")}</p> : <p>{text("volunteer-days.move.breaks")}</p>}
      <ul>
        {breaks.map((one) => (
          <li key={one}>{text(`volunteer-days.move.${one}`)}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
