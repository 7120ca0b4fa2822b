import { Await, ButtonLink, Card, Chips, dayText, EmptyState, mayAnywhere, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { DataTable, Pager } from "@lianxin/web-kit/table";
import { api, kindOfLevel, text, today, word } from "../api.js";
import { NarrowFields, type NarrowPlace } from "../narrow-lists/NarrowFields.js";
import { PhoneWord } from "../narrow-lists/PhoneWord.js";
import { useNarrowed } from "../narrow-lists/use-narrowed.js";
import { levels, type Level } from "../words.js";
import { elderListStates, type ElderListState } from "./list-states.js";

interface Asked {
  readonly from: number;
  readonly name?: string;
  readonly level?: Level;
  readonly state?: ElderListState;
  readonly placeId?: string;
}
const read = (query: Asked) => api("GET /elders", { query });
type Found = Awaited<ReturnType<typeof read>>;
/** As many as come at once. */
const pageSize = 100;

const Due = ({ dueOn }: { readonly dueOn: string | null }) =>
  dueOn === null ? (
    <span class="lx-hint">{text("elder-pairing.mine.noneDue")}</span>
  ) : dueOn < today() ? (
    <Status kind="late" word={text("elder-pairing.mine.late", { day: dayText(dueOn) })} />
  ) : (
    <span>
      <PhoneWord word={text("elder-pairing.col.next")} />
      {dayText(dueOn)}
    </span>
  );

interface TableProps {
  readonly found: Found;
  readonly page: number;
  readonly onTurn: (page: number) => void;
}

const Table = ({ found, page, onTurn }: TableProps) => (
  <Card title={text("elder-pairing.elders.count", { count: found.count })} isFlush>
    <DataTable
      pageSize={pageSize}
      label={text("elder-pairing.page.elders")}
      rows={found.elders}
      keyOf={(row) => row.id}
      empty={
        <EmptyState why={text("elder-pairing.elders.none")}>
          {mayAnywhere("elder-pairing.keepRegisters") && <ButtonLink href="/elder-pairing/registers">{text("elder-pairing.page.registers")}</ButtonLink>}
        </EmptyState>
      }
      columns={[
        {
          id: "name",
          head: text("elder-pairing.col.elder"),
          onPhone: "title",
          cell: (row) => <a href={`/elder-pairing/elders/${row.id}`}>{row.name}</a>,
          sort: (row) => row.name,
        },
        {
          id: "village",
          head: text("elder-pairing.col.village"),
          cell: (row) => `${row.village} ${row.residentsGroup ?? ""}`.trim(),
          sort: (row) => `${row.placePath} ${row.residentsGroup ?? ""}`,
        },
        {
          id: "level",
          head: text("elder-pairing.col.level"),
          cell: (row) => <Status kind={kindOfLevel(row.level)} word={word("level", row.level)} />,
          sort: (row) => levels.findIndex((one) => one === row.level),
        },
        {
          id: "helper",
          head: text("elder-pairing.col.cadre"),
          cell: (row) => (
            <>
              <PhoneWord word={text("elder-pairing.col.cadre")} />
              {row.helper ?? text("elder-pairing.elders.nobody")}
            </>
          ),
          sort: (row) => row.helper ?? "",
        },
        {
          id: "seen",
          head: text("elder-pairing.col.seen"),
          cell: (row) => (row.seenOn ? text("elder-pairing.elders.seen", { day: dayText(row.seenOn) }) : text("elder-pairing.visit.never")),
          sort: (row) => row.seenOn ?? "",
        },
        {
          id: "due",
          head: text("elder-pairing.col.next"),
          cell: (row) => (row.wish === "none" ? word("wish", "none") : <Due dueOn={row.dueOn} />),
          sort: (row) => row.dueOn ?? "9999",
        },
      ]}
    />
    <Pager count={found.count} pageSize={found.pageSize} at={page} onTurn={onTurn} />
  </Card>
);

/** Those of one place; the whole of it is the first. */
function List({ places }: { readonly places: readonly NarrowPlace[] }) {
  const narrowed = useNarrowed("/elder-pairing/elders");
  const { query, page, narrow, turn } = narrowed;
  const level = levels.find((one) => one === query.level);
  const state = elderListStates.find((one) => one === query.state);
  const placeId = (places.find(({ id }) => id === query.place) ?? places[0])?.id;
  const asked = {
    from: page * pageSize,
    ...(query.name && { name: query.name }),
    ...(level && { level }),
    ...(state && { state }),
    ...(placeId && { placeId }),
  };
  const loaded = useLoaded(() => read(asked), [page, query.name, level, state, placeId], { keepsOld: true });
  return (
    <>
      <NarrowFields narrowed={narrowed} label={text("elder-pairing.elders.search")} places={places}>
        <Chips
          label={text("elder-pairing.col.level")}
          options={[{ value: "", label: text("elder-pairing.elders.all") }, ...levels.map((value) => ({ value, label: word("level", value) }))]}
          chosen={level ?? ""}
          onChoose={(next) => narrow({ level: next })}
        />
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.elders.which")}</span>
          <select class="lx-input" value={state ?? ""} onChange={(event) => narrow({ state: event.currentTarget.value })}>
            <option value="">{text("elder-pairing.elders.here")}</option>
            {elderListStates.map((value) => (
              <option key={value} value={value}>
                {text(`elder-pairing.elders.state.${value}`)}
              </option>
            ))}
          </select>
        </label>
      </NarrowFields>
      <Await of={loaded} lines={8}>
        {(found) => <Table found={found} page={page} onTurn={turn} />}
      </Await>
    </>
  );
}

/** 老人名单: everybody at one's places, found by name, place, level or what waits, with who helps, when they were seen last and when they are due. */
export default function EldersPage() {
  const places = useLoaded(() => api("GET /tops"), []);
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.elders.heading")} />
      <Await of={places}>{({ papers }) => <List places={papers} />}</Await>
    </div>
  );
}
