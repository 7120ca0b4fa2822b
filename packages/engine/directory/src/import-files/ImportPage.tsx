import { ErrorNotice, PageHead, StepIndicator } from "@lianxin/web-kit";
import { t } from "../browser.js";
import { ChooseFile } from "./ChooseFile.js";
import { ImportDone } from "./ImportDone.js";
import { MatchColumns } from "./MatchColumns.js";
import { MendRows } from "./MendRows.js";
import { useImport, type ImportState } from "./use-import.js";
import "./ImportPage.css";

function Step({ state }: { readonly state: ImportState }) {
  if (state.step.value === 1) return <MatchColumns state={state} />;
  if (state.step.value === 2) return <MendRows state={state} />;
  return state.step.value === 3 ? <ImportDone state={state} /> : <ChooseFile state={state} />;
}

/** 导入: put a file in, match its columns, mend what is wrong, bring the rest in. */
export default function ImportPage() {
  const state = useImport();
  const steps = [t("directory.page.stepFile"), t("directory.page.stepColumns"), t("directory.page.stepMend")];
  return (
    <>
      <PageHead title={t("directory.page.importHeading")} note={t("directory.page.importNote")} />
      <div class="lx-stack">
        {state.step.value < 3 && <StepIndicator label={t("directory.page.import")} at={state.step.value} steps={steps.map((label) => ({ label }))} />}
        {state.error.value !== undefined && <ErrorNotice error={state.error.value} />}
        <Step state={state} />
      </div>
    </>
  );
}
