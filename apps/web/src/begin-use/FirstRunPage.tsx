import { useSignal } from "@preact/signals";
import { ErrorBoundary } from "preact-iso";
import { ButtonLink, Card, Cards, PageHead, t } from "@lianxin/web-kit";
import { FileSpreadsheet } from "@lianxin/web-kit/icons";
import { useDoors } from "../load-doors/doors-context.js";
import { NoRight } from "../tell-troubles/NoRight.js";
import { ExampleCard } from "./ExampleCard.js";
import { findImport } from "./find-import.js";
import { isAdministrator, mayBegin } from "./may-begin.js";

/** Two ways to begin, for who may go them. */
export default function FirstRunPage() {
  const doors = useDoors();
  /** What the steps have read is of the example that is gone. */
  const clearings = useSignal(0);
  const roster = findImport(doors);
  const hasSteps = doors.some((door) => door.cards.some((card) => card.on === "begin"));
  if (!mayBegin(doors)) return <NoRight />;
  return (
    <>
      <PageHead title={t("shell.firstRunTitle")} note={t("shell.firstRunNote")} />
      <div class="lx-stack">
        {hasSteps && (
          <Card key={clearings.value} title={t("shell.steps")} isFlush>
            <ErrorBoundary>
              <Cards on="begin" props={() => ({})} />
            </ErrorBoundary>
          </Card>
        )}
        {roster && !hasSteps && (
          <Card title={t("shell.importRoster")}>
            <div class="lx-stack">
              <p>{t("shell.importRosterWhat")}</p>
              <div>
                <ButtonLink look="filled" icon={FileSpreadsheet} href={roster.path}>
                  {t("shell.importRosterVerb")}
                </ButtonLink>
              </div>
            </div>
          </Card>
        )}
        {isAdministrator() && <ExampleCard onCleared={() => clearings.value++} />}
      </div>
    </>
  );
}
