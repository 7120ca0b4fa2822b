import { Card, dayText, mayAnywhere } from "@lianxin/web-kit";
import { api, someOf, text, today } from "../api.js";
import { RestoreElder } from "./RestoreElder.js";
import { RestoreUnit } from "./RestoreUnit.js";

/** Who was said to leave and can be brought back: elders today, cadres today or later. */
export const readLeft = async () => ({
  elders: (await api("GET /left/elders")).elders,
  cadres: mayAnywhere("elder-pairing.plan") ? (await api("GET /left/cadres")).cadres : [],
});
type Left = Awaited<ReturnType<typeof readLeft>>;
type Cadre = Left["cadres"][number];

/** Who leaves a unit on the same day was said to in one press. */
function groupUnits(cadres: readonly Cadre[]): readonly (readonly [Cadre, ...Cadre[]])[] {
  const groups = new Map<string, [Cadre, ...Cadre[]]>();
  for (const cadre of cadres) {
    const key = `${cadre.untilOn} ${cadre.unit}`;
    const group = groups.get(key);
    if (group) group.push(cadre);
    else groups.set(key, [cadre]);
  }
  return [...groups.values()];
}

interface LeftProps {
  readonly left: Left;
  readonly placeId: string | undefined;
  readonly onDone: () => Promise<unknown>;
}

/** 今天记下的离开: each with the way back; nothing where nobody left. */
export function LeftCard({ left: { elders, cadres }, placeId, onDone }: LeftProps) {
  if (elders.length + cadres.length === 0) return null;
  const hasToday = elders.length > 0 || cadres.some(({ untilOn }) => untilOn === today());
  return (
    <Card title={text("elder-pairing.undo.heading")}>
      <ul class="lx-stack">
        {elders.map((elder) => (
          <li key={elder.id} class="lx-actions">
            {text("elder-pairing.undo.elder", { ...elder, state: text(`elder-pairing.undo.${elder.state as "deceased" | "moved"}`) })}
            <RestoreElder elder={elder} onDone={onDone} />
          </li>
        ))}
        {placeId !== undefined &&
          groupUnits(cadres).map((group) => (
            <li key={`${group[0].untilOn} ${group[0].unit}`} class="lx-actions">
              {text("elder-pairing.undo.unit", {
                ...{ unit: group[0].unit, count: group.length, day: dayText(group[0].untilOn) },
                names: someOf(group.map(({ name }) => name)),
              })}
              <RestoreUnit placeId={placeId} unit={group[0].unit} cadres={group} onDone={onDone} />
            </li>
          ))}
      </ul>
      {hasToday && <p class="lx-hint">{text("elder-pairing.undo.until")}</p>}
    </Card>
  );
}
