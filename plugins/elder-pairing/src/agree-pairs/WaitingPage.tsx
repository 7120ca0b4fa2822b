import { Await, Card, Chips, PageHead, useLoaded } from "@lianxin/web-kit";
import { Pager } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { NarrowFields, type NarrowPlace } from "../narrow-lists/NarrowFields.js";
import { useNarrowed } from "../narrow-lists/use-narrowed.js";
import { SayListed } from "./SayListed.js";
import { WaitingTable } from "./WaitingTable.js";

const sides = ["elder", "cadre"] as const;
const states = ["waiting", "today"] as const;
/** As many as one list of names is agreed to at once. */
const pageSize = 100;

/** Those of one place; the whole of it is the first. */
function WaitingList({ places }: { readonly places: readonly NarrowPlace[] }) {
  const narrowed = useNarrowed("/elder-pairing/waiting");
  const { query, page, narrow, turn } = narrowed;
  const side = query.side === "cadre" ? "cadre" : "elder";
  const state = query.state === "today" ? "today" : "waiting";
  const place = places.find(({ id }) => id === query.place) ?? places[0];
  const asked = { side, state, from: page * pageSize, ...(place && { placeId: place.id }), ...(query.name && { name: query.name }) } as const;
  const loaded = useLoaded(() => api("GET /waiting", { query: asked }), [side, state, page, place?.id, query.name], { keepsOld: true });
  const label = text(`elder-pairing.agree.list.${state}`, { count: loaded.value?.count ?? 0 });
  return (
    <>
      <NarrowFields narrowed={narrowed} label={text("elder-pairing.agree.search")} places={places}>
        <Chips
          label={text("elder-pairing.agree.side")}
          options={sides.map((value) => ({ value, label: text(`elder-pairing.agree.side.${value}`) }))}
          chosen={side}
          onChoose={(value) => narrow({ side: value })}
        />
        <Chips
          label={text("elder-pairing.agree.state")}
          options={states.map((value) => ({ value, label: text(`elder-pairing.agree.state.${value}`) }))}
          chosen={state}
          onChoose={(value) => narrow({ state: value })}
        />
      </NarrowFields>
      <Await of={loaded} lines={8}>
        {({ pairs, count }) => (
          <>
            {place && pairs.length > 0 && (
              <div class="lx-actions">
                <SayListed
                  key={`${side} ${state}`}
                  {...{ side, pairs, placeId: place.id, place: place.name }}
                  verb={state === "today" ? "undo" : "agree"}
                  onDone={loaded.reload}
                />
              </div>
            )}
            <Card title={label} isFlush>
              <WaitingTable label={label} pairs={pairs} pageSize={pageSize} onDone={loaded.reload} />
              <Pager count={count} pageSize={pageSize} at={page} onTurn={turn} />
            </Card>
          </>
        )}
      </Await>
    </>
  );
}

/** 双方确认: who has not said yes yet, by place and name; a signed list is written down with one press, and a mistake taken back that day. */
export default function WaitingPage() {
  const places = useLoaded(() => api("GET /tops"), []);
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.agree.heading")} note={text("elder-pairing.run.wait")} />
      <Await of={places}>{({ papers }) => <WaitingList places={papers} />}</Await>
    </div>
  );
}
