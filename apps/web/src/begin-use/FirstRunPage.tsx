import { useSignal } from "@preact/signals";
import { ErrorBoundary, useLocation } from "preact-iso";
import { Button, ButtonLink, callServer, Card, Cards, ErrorNotice, loadSession, Notice, PageHead, t } from "@lianxin/web-kit";
import { FileSpreadsheet, Landmark } from "@lianxin/web-kit/icons";
import { useDoors } from "../load-doors/doors-context.js";
import { findImport } from "./find-import.js";

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

/** Two ways to begin. */
export default function FirstRunPage() {
  const doors = useDoors();
  const roster = findImport(doors);
  const hasSteps = doors.some((door) => door.cards.some((card) => card.on === "begin"));
  return (
    <>
      <PageHead title={t("shell.firstRunTitle")} note={t("shell.firstRunNote")} />
      <div class="lx-stack">
        {hasSteps && (
          <Card title={t("shell.steps")} isFlush>
            <ErrorBoundary>
              <Cards on="begin" props={() => ({})} />
            </ErrorBoundary>
          </Card>
        )}
        {roster && (
          <Card title={t("shell.importRoster")}>
            <div class="lx-stack">
              <p>{t("shell.importRosterWhat")}</p>
              <div>
                <ButtonLink {...(hasSteps ? {} : { look: "filled" as const })} icon={FileSpreadsheet} href={roster}>
                  {t("shell.importRosterVerb")}
                </ButtonLink>
              </div>
            </div>
          </Card>
        )}
        <TryExample />
      </div>
    </>
  );
}
