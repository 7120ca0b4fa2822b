import { useState } from "preact/hooks";
import { Button, Card, Chips, EmptyState } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { NarrowFields } from "../narrow-lists/NarrowFields.js";
import { PhoneWord } from "../narrow-lists/PhoneWord.js";
import { useNarrowed } from "../narrow-lists/use-narrowed.js";
import { Alternatives } from "../show-pairs/Alternatives.js";
import { sayBecause } from "../show-pairs/say-because.js";
import { elderColumns } from "../narrow-lists/elder-columns.js";

export const readPlannedPairs = (placeId: string) => api("POST /places/:placeId/pairing/pairs", { params: { placeId } });
type Planned = Awaited<ReturnType<typeof readPlannedPairs>>["pairs"][number];
const filters = ["all", "far", "moved", "byHand", "nobody"] as const;
type Filter = (typeof filters)[number];

const both = ({ primary, backup }: Planned) => [primary, backup].filter((who) => who !== null);
const isShown: Readonly<Record<Filter, (row: Planned) => boolean>> = {
  all: () => true,
  far: ({ primary }) => primary !== null && !primary.because.sameVillage,
  moved: (row) => both(row).some(({ was }) => was !== null),
  byHand: (row) => both(row).some(({ because }) => because.isPinned),
  nobody: ({ primary, backup }) => primary === null || backup === null,
};
const hasName = (name: string) => (row: Planned) => [row.elder, row.village, ...both(row).map((who) => who.name)].some((words) => words.includes(name));

/** Who it would be, and why: "刘敏（县财政局）同村、已认识，原来是陈芳". */
const Who = ({ who }: { readonly who: Planned["primary"] }) =>
  who === null ? (
    <span>{text("elder-pairing.elders.nobody")}</span>
  ) : (
    <span>
      <strong>{who.name}</strong>（{who.unit}）<span class="lx-hint">{sayBecause(who.because)}</span>
      {who.was !== null && <span class="lx-hint">{text("elder-pairing.plan.was", { name: who.was })}</span>}
    </span>
  );

interface PlannedProps {
  readonly placeId: string;
  readonly pairs: readonly Planned[];
  /** Somebody was chosen by hand: the matching is worked out anew around it. */
  readonly onChosen: () => Promise<unknown>;
}

/** Before it is put in force: every pair with why, found by name or by what is special about it; another cadre is priced and chosen by hand. */
export function PlannedCard({ placeId, pairs, onChosen }: PlannedProps) {
  const narrowed = useNarrowed("/elder-pairing/run");
  const [chosen, setChosen] = useState<Planned>();
  const filter = filters.find((one) => one === narrowed.query.show) ?? "all";
  const rows = pairs.filter(isShown[filter]).filter(hasName(narrowed.query.name ?? ""));
  const label = text("elder-pairing.plan.heading", { count: pairs.length });
  return (
    <Card title={label} isFlush>
      <div class="lx-pad">
        <NarrowFields narrowed={narrowed} label={text("elder-pairing.plan.search")} places={[]}>
          <Chips
            label={text("elder-pairing.plan.filter")}
            options={filters.map((value) => ({ value, label: text(`elder-pairing.plan.${value}`), count: pairs.filter(isShown[value]).length }))}
            chosen={filter}
            onChoose={(show) => narrowed.narrow({ show: show === "all" ? "" : show })}
          />
        </NarrowFields>
      </div>
      <DataTable
        key={`${filter} ${narrowed.query.name ?? ""}`}
        label={label}
        rows={rows}
        keyOf={(row) => row.elderId}
        empty={<EmptyState why={text("elder-pairing.agree.none")} />}
        columns={[
          ...elderColumns<Planned>(),
          {
            id: "primary",
            head: text("elder-pairing.run.primary"),
            cell: (row) => (
              <span>
                <PhoneWord word={text("elder-pairing.run.primary")} />
                <Who who={row.primary} />
              </span>
            ),
            sort: (row) => row.primary?.name ?? "",
          },
          {
            id: "backup",
            head: text("elder-pairing.run.backup"),
            cell: (row) => (
              <span>
                <PhoneWord word={text("elder-pairing.run.backup")} />
                <Who who={row.backup} />
              </span>
            ),
            sort: (row) => row.backup?.name ?? "",
          },
          {
            id: "other",
            head: "",
            onPhone: "act",
            cell: (row) => (
              <Button look="soft" aria-label={`${text("elder-pairing.elder.other")} ${row.elder}`} onClick={() => setChosen(row)}>
                {text("elder-pairing.elder.other")}
              </Button>
            ),
          },
        ]}
      />
      <Dialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? text("elder-pairing.plan.otherOf", { name: chosen.elder }) : ""}
      >
        {chosen && (
          <div class="lx-stack">
            <p class="lx-hint">{text("elder-pairing.plan.byHandHint")}</p>
            <Alternatives
              elderId={chosen.elderId}
              ask={(role) => api("POST /places/:placeId/pairing/alternatives", { params: { placeId }, body: { elderId: chosen.elderId, role } })}
              onDone={async () => {
                setChosen(undefined);
                await onChosen();
              }}
            />
          </div>
        )}
      </Dialog>
    </Card>
  );
}
