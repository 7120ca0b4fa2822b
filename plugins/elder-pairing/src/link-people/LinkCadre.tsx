import { Await, Button, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { useState } from "preact/hooks";
import { ConfirmDialog, Dialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { Namesakes } from "./Namesakes.js";

interface LinkCadreProps {
  readonly cadre: { readonly id: string; readonly name: string; readonly unit: string; readonly isLinked: boolean };
  readonly onDone: () => Promise<unknown>;
}

export const linkTo = (cadreId: string, personId: string) => api("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });

/** Whose account it may be: everybody of that name, with where they live. */
function ChooseAccount({ cadre: { id, name }, onDone }: LinkCadreProps) {
  const loaded = useLoaded(() => api("GET /cadres/:cadreId/namesakes", { params: { cadreId: id } }), [id]);
  const [error, setError] = useState<unknown>();
  const choose = async (personId: string) => {
    setError(undefined);
    await linkTo(id, personId).then(async () => {
      await onDone();
      toast(text("elder-pairing.link.saved"));
    }, setError);
  };
  return (
    <div class="lx-stack">
      {error !== undefined && <ErrorNotice error={error} />}
      <Await of={loaded}>
        {({ people }) =>
          people.length === 0 ? (
            <p>{text("elder-pairing.link.cadre.none", { name })}</p>
          ) : (
            <>
              <p class="lx-hint">{text("elder-pairing.link.cadre.check")}</p>
              <Namesakes name={name} people={people} onChoose={(personId) => void choose(personId)} />
            </>
          )
        }
      </Await>
    </div>
  );
}

/** A cadre's account: chosen among those of the name, or taken away again. */
export function LinkCadre({ cadre, onDone }: LinkCadreProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const verb = text(cadre.isLinked ? "elder-pairing.link.off" : "elder-pairing.cadres.link");
  return (
    <span class="lx-actions">
      {cadre.isLinked && text("elder-pairing.cadres.linked")}
      <Button look="plain" aria-label={`${verb} ${cadre.name}`} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      {isOpen && cadre.isLinked && (
        <ConfirmDialog
          isOpen
          onClose={close}
          title={`${verb} ${cadre.name}`}
          verb={verb}
          onConfirm={async () => {
            await api("DELETE /cadres/:cadreId/person", { params: { cadreId: cadre.id } });
            await onDone();
            toast(text("elder-pairing.link.taken"));
          }}
        >
          {text("elder-pairing.link.cadre.offSure")}
        </ConfirmDialog>
      )}
      {isOpen && !cadre.isLinked && (
        <Dialog isOpen onClose={close} title={`${cadre.name} · ${cadre.unit}`}>
          <ChooseAccount cadre={cadre} onDone={onDone} />
        </Dialog>
      )}
    </span>
  );
}
