import type { ComponentChildren } from "preact";
import { Await, Card, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { layOut, type Spot } from "./lay-out.js";
import "./County.css";

const read = async () => ({ county: await api("GET /county"), sums: await api("GET /sums", { query: {} }) });
type Read = Awaited<ReturnType<typeof read>>;
const [width, height] = [360, 300];

const Village = ({ x, y, radius, share, label }: Spot) => (
  <g>
    <title>{label}</title>
    <circle class="county-village" cx={x} cy={y} r={radius} />
    {share > 0 && (
      <circle
        class="county-late"
        cx={x}
        cy={y}
        r={radius + 1.5}
        pathLength={100}
        stroke-dasharray={`${Math.max(4, share * 100)} 100`}
        transform={`rotate(-90 ${x} ${y})`}
      />
    )}
  </g>
);

/** Villages where they lie: the area is how many pairs, the dark ring how many of them are overdue, a line for pairs between two villages. */
function Picture({ county }: Pick<Read, "county">) {
  const { spots, lines } = layOut(county, { width, height });
  if (spots.length === 0) return <EmptyState why={text("elder-pairing.county.noSpots")} />;
  return (
    <figure class="county-frame">
      <svg
        class="county"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={text("elder-pairing.county.label", { villages: spots.length, lines: lines.length })}
      >
        {lines.map((line) => (
          <line key={line.key} class="county-line" x1={line.x1} y1={line.y1} x2={line.x2} y2={line.y2} stroke-width={Math.min(3, line.pairs)} />
        ))}
        {spots.map((spot) => (
          <Village key={spot.label} {...spot} />
        ))}
      </svg>
      <figcaption class="lx-hint">{text("elder-pairing.county.legend")}</figcaption>
      <details class="county-list">
        <summary>{text("elder-pairing.county.list", { count: county.villages.length })}</summary>
        <ul>
          {county.villages.map((one) => (
            <li key={one.path}>{text("elder-pairing.county.village", { town: one.town, name: one.name, pairs: one.pairs, overdue: one.overdue })}</li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

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

/** A figure that says what it is where the table has no headings, on a phone. */
const Figure = ({ word, children }: { readonly word: string; readonly children: ComponentChildren }) => (
  <>
    <span class="county-word">{word}</span>
    {children}
  </>
);

const Towns = ({ sums }: Pick<Read, "sums">) => (
  <Card title={text("elder-pairing.county.towns", { month: sums.month })} isFlush>
    <DataTable
      label={text("elder-pairing.county.towns", { month: sums.month })}
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
  const loaded = useLoaded(read, []);
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.county.heading")} />
      <Await of={loaded} lines={8}>
        {({ county, sums }) => (
          <>
            <Card title={text("elder-pairing.county.picture")}>
              <Picture county={county} />
            </Card>
            <Loads county={county} />
            <Towns sums={sums} />
          </>
        )}
      </Await>
    </div>
  );
}
