import { EmptyState } from "@lianxin/web-kit";
import { text } from "../api.js";
import { layOut, type CountyFacts, type Spot } from "./lay-out.js";

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

const sayVillage = ({ town, name, pairs, overdue }: CountyFacts["villages"][number]): string =>
  pairs === null || overdue === null
    ? text("elder-pairing.county.villageOnly", { town, name })
    : text("elder-pairing.county.village", { town, name, pairs, overdue });

/** Villages where they lie: the area is how many pairs, the dark ring how many of them are overdue, a line for pairs between two villages; townships are named where there is room. */
export function Picture({ county }: { readonly county: CountyFacts }) {
  const { spots, lines, towns } = layOut(county, { width, height });
  if (spots.length === 0) return <EmptyState why={text("elder-pairing.county.noSpots")} />;
  const isPlain = county.villages.every(({ pairs }) => pairs === null);
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
        {towns.map(({ name, x, y }) => (
          <text key={name} class="county-town" x={x} y={y} aria-hidden="true">
            {name}
          </text>
        ))}
      </svg>
      <figcaption class="lx-hint">{text(isPlain ? "elder-pairing.county.legendPlain" : "elder-pairing.county.legend")}</figcaption>
      <details class="county-list">
        <summary>{text("elder-pairing.county.list", { count: county.villages.length })}</summary>
        <ul>
          {county.villages.map((one) => (
            <li key={one.path}>{sayVillage(one)}</li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
