import { useState } from "preact/hooks";
import { Await, Button, useLoaded } from "@lianxin/web-kit";
import { Pager } from "@lianxin/web-kit/table";
import { api, text } from "../api.js";
import { VisitLines, type PastVisit } from "./VisitLines.js";

interface PastProps {
  readonly elderId: string;
  /** At the desk, or by the elder's helper. */
  readonly isDesk: boolean;
  readonly visits: readonly PastVisit[];
  readonly count: number;
  /** After one was taken back. */
  readonly onDone: () => Promise<unknown>;
}
const read = (elderId: string, isDesk: boolean, page: number) => {
  const asked = { params: { elderId }, query: { page } };
  return isDesk ? api("GET /elders/:elderId/visits", asked) : api("GET /mine/elders/:elderId/visits", asked);
};

function AllVisits({ elderId, isDesk, onDone }: Pick<PastProps, "elderId" | "isDesk" | "onDone">) {
  const [page, setPage] = useState(0);
  const loaded = useLoaded(() => read(elderId, isDesk, page), [elderId, isDesk, page], { keepsOld: true });
  return (
    <Await of={loaded} lines={8}>
      {({ visits, count, pageSize }) => (
        <>
          <VisitLines visits={visits} onDone={() => Promise.all([loaded.reload(), onDone()])} />
          <Pager count={count} pageSize={pageSize} at={page} onTurn={setPage} />
        </>
      )}
    </Await>
  );
}

/** The last visits, and all of them on demand: opening them is a reading that is written down, so nobody does it by looking at the page. */
export function PastVisits({ elderId, isDesk, visits, count, onDone }: PastProps) {
  const [isWhole, setWhole] = useState(false);
  if (isWhole) return <AllVisits elderId={elderId} isDesk={isDesk} onDone={onDone} />;
  return (
    <>
      {count === 0 ? <p class="lx-hint">{text("elder-pairing.visit.never")}</p> : <VisitLines visits={visits} onDone={onDone} />}
      {count > visits.length && (
        <div class="lx-actions">
          <Button look="plain" onClick={() => setWhole(true)}>
            {text("elder-pairing.past.all", { count })}
          </Button>
        </div>
      )}
    </>
  );
}
