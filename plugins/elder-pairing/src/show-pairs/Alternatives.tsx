import { useState } from "preact/hooks";
import { Button, Chips, ErrorNotice, Notice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { sayBecause } from "./say-because.js";

const roles = ["primary", "backup"] as const;

type Role = (typeof roles)[number];

/** Other cadres an elder may have as things stand. */
export const askAlternatives = (elderId: string, role: Role) => api("GET /elders/:elderId/alternatives", { params: { elderId }, query: { role } });
interface OtherProps {
  readonly elderId: string;
  /** As things stand, or in a matching that is being looked at. */
  readonly ask: (role: Role) => ReturnType<typeof askAlternatives>;
  readonly onDone: () => Promise<unknown>;
}

/** 换一位: other cadres with why, what it costs, and who else would move. */
export function Alternatives({ elderId, ask, onDone }: OtherProps) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof ask>>["alternatives"]>();
  const [failed, setFailed] = useState<unknown>();
  const [role, setRole] = useState<Role>("primary");
  const choose = async (cadreId: string) => {
    try {
      await api("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId, role } });
      setFound(undefined);
      await onDone();
      toast(text("elder-pairing.elder.changed"));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <div class="lx-stack">
      <Chips
        label={text("elder-pairing.elder.whichRole")}
        options={roles.map((value) => ({ value, label: word("role", value) }))}
        chosen={role}
        onChoose={(next) => (setRole(next), setFound(undefined))}
      />
      <div class="lx-actions">
        <Button look="soft" onClick={() => void ask(role).then(({ alternatives }) => setFound(alternatives), setFailed)}>
          {text("elder-pairing.elder.ask")}
        </Button>
      </div>
      {failed !== undefined && <ErrorNotice error={failed} />}
      {found && <p class="lx-hint">{text("elder-pairing.elder.costHint")}</p>}
      {found?.length === 0 && <Notice>{text("elder-pairing.elder.noneElse")}</Notice>}
      <ul>
        {found?.map((one) => (
          <li key={one.cadreId}>
            {text("elder-pairing.elder.alternative", { name: one.name, unit: one.unit, why: sayBecause(one.because), cost: one.costMore })}
            {one.others.length > 0 &&
              text("elder-pairing.elder.others", {
                count: one.others.length,
                who: one.others.map(({ elder, cadre }) => `${elder}→${cadre}`).join("、"),
              })}{" "}
            {one.others.length === 0 && (
              <Button look="plain" aria-label={`${text("elder-pairing.elder.choose")} ${one.name}`} onClick={() => void choose(one.cadreId)}>
                {text("elder-pairing.elder.choose")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
