import { useState } from "preact/hooks";
import { Await, Button, ButtonLink, Card, Chips, EmptyState, ErrorNotice, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text, word } from "../api.js";
import { EraseButton } from "../keep-people/EraseButton.js";
import { LinkAll } from "../link-people/LinkAll.js";
import { LinkCadre } from "../link-people/LinkCadre.js";
import { NarrowFields } from "../narrow-lists/NarrowFields.js";
import { useNarrowed } from "../narrow-lists/use-narrowed.js";
import { findTop } from "../show-board/find-top.js";
import { LeftCard } from "../undo-leaving/LeftCard.js";
import { Ahead } from "./Ahead.js";
import { ChangeForm } from "./ChangeForm.js";
import { UnitForm } from "./UnitForm.js";

const read = async () => ({ ...(await api("GET /cadres")), left: (await api("GET /left/cadres")).cadres, top: await findTop() });
type Cadre = Awaited<ReturnType<typeof read>>["cadres"][number];

/** Each unit with how many of its cadres are here. */
function countUnits(cadres: readonly Cadre[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { unit } of cadres) units.set(unit, (units.get(unit) ?? 0) + 1);
  return units;
}

/** Whom a cadre helps, each with the role; nothing where nobody. */
const Helps = ({ of }: { readonly of: Cadre }) => (
  <>
    {of.helps.map(({ elderId, elder, role }, i) => (
      <span key={`${elderId} ${role}`}>
        {i > 0 && "、"}
        <a href={`/elder-pairing/elders/${elderId}`}>{elder}</a>（{word("role", role)}）
      </span>
    ))}
  </>
);

const filters = ["all", "away", "unlinked"] as const;
const isShown: Readonly<Record<(typeof filters)[number], (cadre: Cadre) => boolean>> = {
  all: () => true,
  away: ({ leaves, untilOn }) => leaves.length > 0 || untilOn !== null,
  unlinked: ({ isLinked }) => !isLinked,
};
const hasName =
  (words: string) =>
  ({ name, unit, village }: Cadre): boolean =>
    [name, unit, village ?? ""].some((one) => one.includes(words));

/** 干部: who helps, whose account stands for whom, who leaves or is on leave. */
export default function CadresPage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const narrowed = useNarrowed("/elder-pairing/cadres");
  const filter = filters.find((one) => one === narrowed.query.show) ?? "all";
  const shownOf = (cadres: readonly Cadre[]) => cadres.filter(isShown[filter]).filter(hasName(narrowed.query.name ?? ""));
  const [chosen, setChosen] = useState<Cadre>();
  const [error, setError] = useState<unknown>();
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.cadres.heading")} />
      {error !== undefined && <ErrorNotice error={error} />}
      <Await of={loaded} lines={8}>
        {({ cadres, left, top }) => (
          <>
            <LeftCard left={{ elders: [], cadres: left }} placeId={top?.id} onDone={loaded.reload} />
            {cadres.length > 0 && (
              <NarrowFields narrowed={narrowed} label={text("elder-pairing.cadres.search")} places={[]}>
                <Chips
                  label={text("elder-pairing.elders.which")}
                  options={filters.map((value) => ({ value, label: text(`elder-pairing.cadres.show.${value}`), count: cadres.filter(isShown[value]).length }))}
                  chosen={filter}
                  onChoose={(show) => narrowed.narrow({ show: show === "all" ? "" : show })}
                />
              </NarrowFields>
            )}
            <Card title={text("elder-pairing.cadres.list", { count: shownOf(cadres).length })} isFlush>
              <DataTable
                key={`${filter} ${narrowed.query.name ?? ""}`}
                label={text("elder-pairing.cadres.heading")}
                rows={shownOf(cadres)}
                keyOf={(row) => row.id}
                empty={
                  <EmptyState why={text(cadres.length === 0 ? "elder-pairing.cadres.none" : "elder-pairing.cadres.noSuch")}>
                    {cadres.length === 0 && mayAnywhere("elder-pairing.keepRegisters") && (
                      <ButtonLink href="/elder-pairing/registers">{text("elder-pairing.page.registers")}</ButtonLink>
                    )}
                  </EmptyState>
                }
                columns={[
                  { id: "name", head: text("elder-pairing.col.cadre"), cell: (row) => row.name, sort: (row) => row.name, onPhone: "title" },
                  { id: "unit", head: text("elder-pairing.col.unit"), cell: (row) => row.unit, sort: (row) => row.unit },
                  { id: "village", head: text("elder-pairing.col.village"), cell: (row) => row.village ?? "", sort: (row) => row.village ?? "" },
                  { id: "helps", head: text("elder-pairing.col.helps"), cell: (row) => <Helps of={row} />, sort: (row) => row.helps.length },
                  { id: "phone", head: text("elder-pairing.visit.phone"), cell: (row) => <span class="lx-num">{row.phone}</span> },
                  { id: "away", head: text("elder-pairing.col.away"), cell: (row) => <Ahead cadre={row} onDone={loaded.reload} onFail={setError} /> },
                  {
                    id: "account",
                    head: text("elder-pairing.col.account"),
                    cell: (row) => <LinkCadre cadre={row} onDone={loaded.reload} />,
                  },
                  {
                    id: "change",
                    head: "",
                    onPhone: "act",
                    cell: (row) => (
                      <Button look="soft" aria-label={`${text("elder-pairing.cadres.change")} ${row.name}`} onClick={() => setChosen(row)}>
                        {text("elder-pairing.cadres.change")}
                      </Button>
                    ),
                  },
                ]}
              />
            </Card>
            {top && cadres.some(({ isLinked }) => !isLinked) && <LinkAll placeId={top.id} onDone={loaded.reload} />}
            {top && cadres.length > 0 && <UnitForm placeId={top.id} units={countUnits(cadres)} onDone={loaded.reload} />}
          </>
        )}
      </Await>
      <Dialog isOpen={chosen !== undefined} onClose={() => setChosen(undefined)} title={chosen?.name ?? ""}>
        {chosen && <ChangeForm cadre={chosen} onClose={() => setChosen(undefined)} onDone={loaded.reload} />}
        {chosen && mayAnywhere("elder-pairing.keepRegisters") && (
          <EraseButton
            name={chosen.name}
            erase={(name) => api("POST /cadres/:cadreId/erase", { params: { cadreId: chosen.id }, body: { name } })}
            onDone={async () => {
              setChosen(undefined);
              await loaded.reload();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}
