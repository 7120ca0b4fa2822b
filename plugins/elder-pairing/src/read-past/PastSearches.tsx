import { useState } from "preact/hooks";
import { Await, Button, Card, dateOf, dayText, timeText, useLoaded } from "@lianxin/web-kit";
import { Pager } from "@lianxin/web-kit/table";
import { api, text, word } from "../api.js";
import { ReopenSearch } from "../undo-press/ReopenSearch.js";

interface SearchesProps {
  readonly elderId: string;
  readonly isDesk: boolean;
  readonly count: number;
  /** The search that was ended today and can go on. */
  readonly reopenId: string | null;
  readonly onDone: () => Promise<unknown>;
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
      {steps.map(({ step, at, result, isStruck }, i) => (
        <li key={i}>
          <span class="lx-num">{timeText(at)}</span> {word("step", step)} {word("result", result)}
          {isStruck && text("elder-pairing.strike.struck")}
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
export function PastSearches({ elderId, isDesk, count, reopenId, onDone }: SearchesProps) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Card title={text("elder-pairing.past.searches", { count })}>
      {reopenId !== null && <ReopenSearch searchId={reopenId} isDesk={isDesk} onDone={onDone} />}
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
