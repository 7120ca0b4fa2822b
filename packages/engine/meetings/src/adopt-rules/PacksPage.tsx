import { useSignal } from "@preact/signals";
import { Await, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, directoryApi, text } from "../api.js";
import { CopyForm, type CopyWays } from "./CopyForm.js";
import { PackCard } from "./PackCard.js";
import { nameOfPack, readPacks, type ShownPack } from "./pack-words.js";
import "./Packs.css";

const readWays = async (): Promise<CopyWays> => {
  const [{ places }, { bodies }] = [await directoryApi("GET /places"), await api("GET /bodies")];
  const place = places.find(({ kind }) => kind === "community" || kind === "village") ?? places[0];
  return { placeId: place?.id ?? "", bodies };
};
const load = async () => ({ packs: await readPacks(), ways: mayAnywhere("meetings.arrange") ? await readWays() : undefined });

function Picker({ packs, chosen, onPick }: { readonly packs: readonly ShownPack[]; readonly chosen: string; readonly onPick: (id: string) => void }) {
  return (
    <div class="lx-field">
      <label for="pack">{text("meetings.packs.choose")}</label>
      <select id="pack" class="lx-input" value={chosen} onChange={(event) => onPick(event.currentTarget.value)}>
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {`${nameOfPack(pack)}${pack.status === "unverified" ? `（${text("meetings.room.unverified")}）` : ""}${pack.isInForce ? "" : `（${text("meetings.packs.ended")}）`}`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** By which rules do we meet? Every pack with its source, its numbers and what they mean for so many people. */
export default function PacksPage() {
  const loaded = useLoaded(load, []);
  const [chosen, members, isCopying] = [useSignal(""), useSignal("45"), useSignal(false)];
  const count = /^\d{1,5}$/.test(members.value) ? Math.max(1, Number(members.value)) : 45;
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.packs.heading")} note={text("meetings.packs.note")} />
      <Await of={loaded}>
        {({ packs, ways }) => {
          const pack = packs.find(({ id }) => id === chosen.value) ?? packs[0]!;
          return (
            <>
              <Picker packs={packs} chosen={pack.id} onPick={(id) => ((chosen.value = id), (isCopying.value = false))} />
              <div class="lx-field">
                <label for="members">{text("meetings.packs.members")}</label>
                <input
                  id="members"
                  class="lx-input"
                  data-width="short"
                  inputMode="numeric"
                  value={members.value}
                  onInput={(event) => (members.value = event.currentTarget.value.trim())}
                />
              </div>
              {isCopying.value && ways ? (
                <CopyForm
                  key={pack.id}
                  pack={pack}
                  ways={ways}
                  onDone={() => {
                    isCopying.value = false;
                    chosen.value = "";
                    return loaded.reload();
                  }}
                />
              ) : (
                <PackCard pack={pack} members={count} onCopy={ways && pack.isInForce ? () => (isCopying.value = true) : undefined} />
              )}
            </>
          );
        }}
      </Await>
    </div>
  );
}
