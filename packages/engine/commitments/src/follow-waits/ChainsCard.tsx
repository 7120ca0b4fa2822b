import { useSignal } from "@preact/signals";
import { Button, Card, dayText, Meta, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

type Chains = Awaited<ReturnType<typeof load>>["chains"];
type Chain = Chains[number];
const load = () => api("GET /ledger/chains");
const few = 3;

const tellEnd = ({ endsOn, isCircle }: Chain): string => {
  if (isCircle) return text("commitments.chain.circle");
  return endsOn === null ? text("commitments.chain.noDay") : text("commitments.chain.ends", { day: dayText(endsOn) });
};

function ChainItem({ chain, isCritical }: { readonly chain: Chain; readonly isCritical: boolean }) {
  return (
    <li>
      <Meta>
        {isCritical && <strong>{text("commitments.chain.critical")}</strong>}
        {tellEnd(chain)}
      </Meta>
      <ol>
        {chain.parts.map(({ partId, title, owner, ownerOrganization, dueOn, isTight }, at) => (
          <li key={partId}>
            <Meta>
              <span>
                {at > 0 && `${text("commitments.chain.waits")} `}
                <a href={`/commitments/${partId}`}>{title}</a>
              </span>
              {owner === null ? text("commitments.nobody") : [ownerOrganization, owner].filter(Boolean).join(" ")}
              {dueOn !== null && text("commitments.dueOn", { day: dayText(dueOn) })}
              {isTight && <strong>{text("commitments.chain.tight")}</strong>}
            </Meta>
          </li>
        ))}
      </ol>
    </li>
  );
}

/** Who waits for whom, the critical chain first; nothing while nobody waits for anybody. */
export function ChainsCard() {
  const loaded = useLoaded(load, []);
  const isAll = useSignal(false);
  const chains = loaded.value?.chains ?? [];
  if (chains.length === 0) return null;
  return (
    <Card title={text("commitments.chains")}>
      <ul class="lx-stack">
        {(isAll.value ? chains : chains.slice(0, few)).map((chain, at) => (
          <ChainItem key={chain.parts[0]!.partId} chain={chain} isCritical={at === 0} />
        ))}
      </ul>
      {chains.length > few && !isAll.value && (
        <Button look="plain" onClick={() => (isAll.value = true)}>
          {text("commitments.chain.all", { count: chains.length })}
        </Button>
      )}
    </Card>
  );
}
