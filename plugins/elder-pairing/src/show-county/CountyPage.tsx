import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Await, Card, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { PhoneWord } from "../narrow-lists/PhoneWord.js";
import { MonthField, monthText, thisMonth } from "../show-board/MonthField.js";
import { Picture } from "./Picture.js";
import "./County.css";

const read = async (month: string) => ({ county: await api("GET /county"), sums: await api("GET /sums", { query: { month } }) });
type Read = Awaited<ReturnType<typeof read>>;
/** A bar of what was visited out of what was due, readable in grey; the figures stand beside it. */
const Bar = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <span class="county-bar">
    <span class="county-track" aria-hidden="true">
      <span style={{ inlineSize: `${whole === 0 ? 0 : (part * 100) / whole}%` }} />
    </span>
    <span class="lx-num">
      {part} / {whole}
    </span>
  </span>
);

/** A figure that says what it is where the table has no headings. */
const Figure = ({ word, children }: { readonly word: string; readonly children: ComponentChildren }) => (
  <>
    <PhoneWord word={word} />
    {children}
  </>
);

const Towns = ({ sums }: Pick<Read, "sums">) => (
  <Card title={text("elder-pairing.county.towns", { month: monthText(sums.month) })} isFlush>
    <DataTable
      label={text("elder-pairing.county.towns", { month: monthText(sums.month) })}
      rows={[...sums.towns].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"))}
      keyOf={(row) => row.townPath}
      empty={<EmptyState why={text("elder-pairing.board.empty")} />}
      columns={[
        { id: "name", head: text("elder-pairing.col.town"), cell: (row) => row.name, sort: (row) => row.name, onPhone: "title" },
        {
          id: "elders",
          head: text("elder-pairing.col.elders"),
          cell: (row) => <Figure word={text("elder-pairing.col.elders")}>{row.elders}</Figure>,
          sort: (row) => row.elders,
        },
        {
          id: "rate",
          head: text("elder-pairing.col.rate"),
          cell: (row) => (
            <Figure word={text("elder-pairing.col.rate")}>
              <Bar part={row.visited} whole={row.due} />
            </Figure>
          ),
          sort: (row) => (row.due === 0 ? 0 : row.visited / row.due),
        },
        {
          id: "paired",
          head: text("elder-pairing.col.paired"),
          cell: (row) => (
            <Figure word={text("elder-pairing.col.paired")}>
              <Bar part={row.paired} whole={row.elders} />
            </Figure>
          ),
          sort: (row) => row.paired,
        },
        {
          id: "overdue",
          head: text("elder-pairing.col.overdue"),
          cell: (row) => <Figure word={text("elder-pairing.col.overdue")}>{row.overdue}</Figure>,
          sort: (row) => row.overdue,
        },
        {
          id: "optedOut",
          head: text("elder-pairing.col.optedOut"),
          cell: (row) => <Figure word={text("elder-pairing.col.optedOut")}>{row.optedOut}</Figure>,
          sort: (row) => row.optedOut,
        },
      ]}
    />
  </Card>
);

/** How many cadres have none, one, two. */
const Loads = ({ county: { loads } }: Pick<Read, "county">) => (
  <Card title={text("elder-pairing.county.loads")}>
    <dl class="county-loads">
      {loads.map((count, n) => (
        <div key={n}>
          <dt>{text("elder-pairing.county.load", { n })}</dt>
          <dd>
            <Bar part={count} whole={loads.reduce((sum, one) => sum + one, 0)} />
          </dd>
        </div>
      ))}
    </dl>
  </Card>
);

/** 全县一张图: villages, lines between them, and each township's figures; no name of anybody. */
export default function CountyPage() {
  const [month, setMonth] = useState(thisMonth);
  const loaded = useLoaded(() => read(month), [month], { keepsOld: true });
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.county.heading")} />
      <Await of={loaded} lines={8}>
        {({ county, sums }) => (
          <>
            <Card title={text("elder-pairing.county.picture")}>
              <Picture county={county} />
            </Card>
            {county.loads.some((count) => count > 0) && <Loads county={county} />}
            <MonthField label={text("elder-pairing.board.month")} month={month} onMonth={setMonth} />
            {sums.month !== thisMonth() && <p class="lx-hint">{text("elder-pairing.county.asOf", { month: monthText(sums.month) })}</p>}
            <Towns sums={sums} />
          </>
        )}
      </Await>
    </div>
  );
}
