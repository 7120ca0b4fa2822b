import { Button, Card } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { t } from "../browser.js";
import type { ImportState } from "./use-import.js";

/** The second step: which heading is which field; what was guessed stands there, with three samples. */
export function MatchColumns({ state }: { readonly state: ImportState }) {
  const { fields, headings, sheet } = state.preview.value!;
  const chosen = (field: string, guessed: string | null) => state.mapping.value[field] ?? guessed ?? "";
  return (
    <Card title={t("directory.page.columnsOf", { sheet })} isFlush>
      <DataTable
        label={t("directory.page.stepColumns")}
        rows={fields}
        keyOf={(row) => row.field}
        empty={null}
        columns={[
          {
            id: "field",
            head: t("directory.page.field"),
            onPhone: "title",
            cell: (row) => (row.isRequired ? t("directory.page.mustHave", { field: row.header }) : row.header),
          },
          {
            id: "heading",
            head: t("directory.page.inFile"),
            cell: (row) => (
              <select
                class="lx-input"
                aria-label={t("directory.page.headingFor", { field: row.header })}
                value={chosen(row.field, row.heading)}
                onChange={(event) => (state.mapping.value = { ...state.mapping.value, [row.field]: event.currentTarget.value })}
              >
                <option value="">{t("directory.page.notInFile")}</option>
                {headings.map((heading) => (
                  <option key={heading}>{heading}</option>
                ))}
              </select>
            ),
          },
          { id: "samples", head: t("directory.page.samples"), cell: (row) => row.samples.filter(Boolean).join("、") },
        ]}
      />
      <div class="lx-actions lx-pad">
        <Button onClick={state.startOver}>{t("directory.page.otherFile")}</Button>
        <Button look="filled" aria-disabled={state.isBusy.value} onClick={() => void state.look(2)}>
          {t("directory.page.toMend")}
        </Button>
      </div>
    </Card>
  );
}
