import { Await, Card, mayAnywhere, Status, useLoaded, type StatusKind } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Filter } from "./filter-names.js";
import "./LightsCard.css";

const shown: readonly (Exclude<Filter, "all"> & StatusKind)[] = ["gap", "late", "soon", "check", "track", "hold", "done"];

function Lights() {
  const loaded = useLoaded(() => api("GET /ledger", { query: { filter: "gap" } }), []);
  return (
    <Card title={text("commitments.card.lights")}>
      <Await of={loaded}>
        {({ counts }) => (
          <ul class="commitments-lights">
            {shown.map((light) => (
              <li key={light}>
                <Status kind={light} word={text(`commitments.filter.${light}`)} />
                <a class="lx-num" href={`/commitments?filter=${light}`} aria-label={`${text(`commitments.filter.${light}`)} ${counts[light]}`}>
                  {counts[light]}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </Card>
  );
}

/** On “today”, at the side: how all promises stand; each number leads to its lines. */
export default function LightsCard() {
  return mayAnywhere("commitments.see") ? <Lights /> : null;
}
