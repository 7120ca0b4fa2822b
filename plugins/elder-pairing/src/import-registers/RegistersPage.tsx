import { Await, PageHead, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { findTop } from "../show-board/find-top.js";
import { kinds } from "./bring-sheet.js";
import { PastImports, readImports } from "./PastImports.js";
import { RegisterCard } from "./RegisterCard.js";
import "./Registers.css";

const read = async () => ({ top: await findTop(), ...(await readImports()) });

/** 名册: cadres, elders and where villages lie, each from a sheet; what came in can be taken back within a day. */
export default function RegistersPage() {
  const loaded = useLoaded(read, [], { keepsOld: true });
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.registers.heading")} note={text("elder-pairing.registers.note")} />
      <Await of={loaded}>
        {({ top, imports }) =>
          top === undefined ? null : (
            <>
              {kinds.map((kind) => (
                <RegisterCard key={kind} placeId={top.id} kind={kind} onDone={loaded.reload} />
              ))}
              <PastImports imports={imports} onDone={loaded.reload} />
            </>
          )
        }
      </Await>
    </div>
  );
}
