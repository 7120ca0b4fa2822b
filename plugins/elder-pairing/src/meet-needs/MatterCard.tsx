import { Card, mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

function WhoseNeed({ matterId }: { readonly matterId: string }) {
  const elder = useLoaded(() => api("GET /matters/:matterId/elder", { params: { matterId } }), [matterId]).value?.elder;
  if (!elder) return null;
  return (
    <Card title={text("elder-pairing.need.whose")}>
      <p>
        <a href={`/elder-pairing/elders/${elder.id}`}>{`${elder.name}（${elder.village}）`}</a>
      </p>
      <p class="lx-hint">{text("elder-pairing.need.whose.hint")}</p>
    </Card>
  );
}

/** On the page of a matter: the elder whose need it came from, for who may see them. */
export default function MatterCard({ matterId }: { readonly matterId: string }) {
  return mayAnywhere("elder-pairing.see") ? <WhoseNeed matterId={matterId} /> : null;
}
