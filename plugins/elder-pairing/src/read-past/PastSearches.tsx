import { useState } from "preact/hooks";
import { Await, Button, Card, dateOf, dayText, timeText, useLoaded } from "@lianxin/web-kit";
import { Pager } from "@lianxin/web-kit/table";
import { api, text, word } from "../api.js";

interface SearchesProps {
  readonly elderId: string;
  readonly isDesk: boolean;
  readonly count: number;
}
const read = (elderId: string, isDesk: boolean, page: number) => {
  const asked = { params: { elderId }, query: { page } };
  return isDesk ? api("GET /elders/:elderId/searches", asked) : api("GET /mine/elders/:elderId/searches", asked);
};
type Search = Awaited<ReturnType<typeof read>>["searches"][number];

const Line = ({ search: { startedAt, closedAt, state, outcome, steps } }: { readonly search: Search }) => (
  <li>
    <strong>{dayText(dateOf(startedAt))}</strong> {text(`elder-pairing.past.${state}` as never)}
    {closedAt && ` ${dateOf(closedAt) === dateOf(startedAt) ? "" : `${dayText(dateOf(closedAt))} `}${timeText(closedAt)}`}
    {outcome && <div>{outcome}</div>}
    <ol class="visit-steps-past lx-hint">
      {steps.map(({ step, at, result }) => (
        <li key={at}>
          <span class="lx-num">{timeText(at)}</span> {word("step", step)} {word("result", result)}
        </li>
      ))}
    </ol>
  </li>
);

function Searches({ elderId, isDesk }: Pick<SearchesProps, "elderId" | "isDesk">) {
  const [page, setPage] = useState(0);
  const loaded = useLoaded(() => read(elderId, isDesk, page), [elderId, isDesk, page], { keepsOld: true });
  return (
    <Await of={loaded} lines={4}>
      {({ searches, count, pageSize }) => (
        <>
          <ul class="visit-past">
            {searches.map((search) => (
              <Line key={search.id} search={search} />
            ))}
          </ul>
          <Pager count={count} pageSize={pageSize} at={page} onTurn={setPage} />
        </>
      )}
    </Await>
  );
}

/** When nobody knew how the elder was, and how it ended; read on demand, because each reading is written down. */
export function PastSearches({ elderId, isDesk, count }: SearchesProps) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Card title={text("elder-pairing.past.searches", { count })}>
      {isOpen ? (
        <Searches elderId={elderId} isDesk={isDesk} />
      ) : (
        <div class="lx-actions">
          <Button look="plain" onClick={() => setOpen(true)}>
            {text("elder-pairing.past.open")}
          </Button>
        </div>
      )}
    </Card>
  );
}
