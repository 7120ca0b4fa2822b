import { Card, mayAnywhere, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

function WhoseNeed({ matterId }: { readonly matterId: string }) {
  const elders = useLoaded(() => api("GET /matters/:matterId/elders", { params: { matterId } }), [matterId]).value?.elders ?? [];
  if (elders.length === 0) return null;
  return (
    <Card title={text("elder-pairing.need.whose")}>
      {elders.map(({ id, name, village }) => (
        <p key={id}>
          <a href={`/elder-pairing/elders/${id}`}>{`${name}（${village}）`}</a>
        </p>
      ))}
      <p class="lx-hint">{text("elder-pairing.need.whose.hint")}</p>
    </Card>
  );
}

/** On the page of a matter: the elders whose needs it came from, for who may see them. */
export default function MatterCard({ matterId }: { readonly matterId: string }) {
  return mayAnywhere("elder-pairing.see") ? <WhoseNeed matterId={matterId} /> : null;
}
