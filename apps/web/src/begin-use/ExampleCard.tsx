import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, Button, callServer, Card, ErrorNotice, loadSession, Notice, t, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { Landmark, Trash2 } from "@lianxin/web-kit/icons";

/** Loads the fictional community; takes a while, says so, and goes on to Today. */
function TryExample() {
  const { route } = useLocation();
  const isLoading = useSignal(false);
  const error = useSignal<unknown>(undefined);
  const load = async () => {
    if (isLoading.value) return;
    isLoading.value = true;
    error.value = undefined;
    try {
      await callServer("POST", "/api/set-up/example");
      await loadSession();
      route("/");
    } catch (refusal) {
      error.value = refusal;
    }
    isLoading.value = false;
  };
  return (
    <Card title={t("shell.tryExample")}>
      <div class="lx-stack">
        <p>{t("shell.tryExampleWhat")}</p>
        {isLoading.value && <Notice>{t("shell.exampleLoading")}</Notice>}
        {error.value !== undefined && <ErrorNotice error={error.value} />}
        <div>
          <Button icon={Landmark} aria-disabled={isLoading.value} onClick={() => void load()}>
            {t("shell.tryExampleVerb")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface Cleared {
  /** Name of the copy that was made before; null where the database makes its own. */
  readonly copy: string | null;
}

/** Takes the example out again, after asking, and says where the copy lies. */
function ClearExample({ onCleared }: { readonly onCleared: (how: Cleared) => void }) {
  const isAsking = useSignal(false);
  const clear = async () => {
    const how = (await callServer("POST", "/api/set-up/example/clear")) as Cleared;
    await loadSession();
    onCleared(how);
  };
  return (
    <Card title={t("shell.exampleHere")}>
      <div class="lx-stack">
        <p>{t("shell.exampleHereWhat")}</p>
        <div>
          <Button icon={Trash2} look="danger" onClick={() => (isAsking.value = true)}>
            {t("shell.clearExample")}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={t("shell.clearExampleAsk")}
        verb={t("shell.clearExample")}
        isDanger
        onConfirm={clear}
      >
        <p>{t("shell.clearExampleWhat")}</p>
      </ConfirmDialog>
    </Card>
  );
}

interface Here {
  readonly loadedAt: string | null;
}

/** The example community, for who administers: to be loaded where it is not, to be cleared where it is. */
export function ExampleCard({ onCleared }: { readonly onCleared: () => void }) {
  const here = useLoaded(async () => (await callServer("GET", "/api/set-up/example")) as Here, []);
  const cleared = useSignal<Cleared | undefined>(undefined);
  const done = (how: Cleared) => {
    cleared.value = how;
    onCleared();
  };
  if (cleared.value)
    return (
      <>
        <Notice>{cleared.value.copy ? t("shell.exampleCleared", { copy: cleared.value.copy }) : t("shell.exampleClearedNoCopy")}</Notice>
        <TryExample />
      </>
    );
  return <Await of={here}>{({ loadedAt }) => (loadedAt ? <ClearExample onCleared={done} /> : <TryExample />)}</Await>;
}
