import { useState } from "preact/hooks";
import { Await, ButtonLink, Card, Chips, dayText, EmptyState, mayAnywhere, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { api, kindOfLevel, text, today, word } from "../api.js";
import { levels, type Level } from "../words.js";

type Chosen = Level | "all";
const read = (name: string, level: Chosen) => api("GET /elders", { query: { from: 0, ...(name && { name }), ...(level !== "all" && { level }) } });
type Found = Awaited<ReturnType<typeof read>>;
/** The list follows what is typed once the keys rest. */
const rest = 250;

const Due = ({ dueOn }: { readonly dueOn: string | null }) =>
  dueOn === null ? (
    <span class="lx-hint">{text("elder-pairing.mine.noneDue")}</span>
  ) : dueOn < today() ? (
    <Status kind="late" word={text("elder-pairing.mine.late", { day: dayText(dueOn) })} />
  ) : (
    <span>{dayText(dueOn)}</span>
  );

const Table = ({ found }: { readonly found: Found }) => (
  <Card title={text("elder-pairing.elders.count", { count: found.count })} isFlush>
    {!found.isLast && <p class="lx-hint lx-pad">{text("elder-pairing.elders.first", { count: found.elders.length })}</p>}
    <DataTable
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
          cell: (row) => row.helper ?? text("elder-pairing.elders.nobody"),
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
  </Card>
);

/** 老人名单: everybody at one's places, found by name or level, with who helps, when they were seen last and when they are due. */
export default function EldersPage() {
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const [level, setLevel] = useState<Chosen>("all");
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const loaded = useLoaded(() => read(name, level), [name, level], { keepsOld: true });
  const type = (words: string): void => {
    setTyped(words);
    clearTimeout(timer);
    setTimer(setTimeout(() => setName(words.trim()), rest));
  };
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.elders.heading")} />
      <label class="lx-field">
        <span class="lx-label">{text("elder-pairing.elders.search")}</span>
        <input class="lx-input" type="search" maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} />
      </label>
      <Chips
        label={text("elder-pairing.col.level")}
        options={[{ value: "all" as const, label: text("elder-pairing.elders.all") }, ...levels.map((value) => ({ value, label: word("level", value) }))]}
        chosen={level}
        onChoose={(next) => setLevel(next as Chosen)}
      />
      <Await of={loaded} lines={8}>
        {(found) => <Table found={found} />}
      </Await>
    </div>
  );
}
