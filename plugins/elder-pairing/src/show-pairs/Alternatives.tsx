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

const sayCost = (more: number): string => text(more < 0 ? "elder-pairing.elder.cheaper" : "elder-pairing.elder.dearer", { cost: Math.abs(more) });

/** 换一位: other cadres with why, what it costs, and who else would move; who is chosen is asked about once more. */
export function Alternatives({ elderId, ask, onDone }: OtherProps) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof ask>>["alternatives"]>();
  const [failed, setFailed] = useState<unknown>();
  const [role, setRole] = useState<Role>("primary");
  const [asked, setAsked] = useState<string>();
  const choose = async (cadreId: string) => {
    try {
      await api("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId, role } });
      setFound(undefined);
      setAsked(undefined);
      await onDone();
      toast(text(role === "backup" ? "elder-pairing.elder.changedBackup" : "elder-pairing.elder.changed"));
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
            {text("elder-pairing.elder.alternative", { name: one.name, unit: one.unit, why: sayBecause(one.because), cost: sayCost(one.costMore) })}
            {one.others.length > 0 &&
              text("elder-pairing.elder.others", {
                count: one.others.length,
                who: one.others.map(({ elder, cadre }) => `${elder}→${cadre}`).join("、"),
              })}{" "}
            {one.others.length === 0 && asked !== one.cadreId && (
              <Button look="plain" aria-label={`${text("elder-pairing.elder.choose")} ${one.name}`} onClick={() => setAsked(one.cadreId)}>
                {text("elder-pairing.elder.choose")}
              </Button>
            )}
            {asked === one.cadreId && (
              <Notice kind="warning">
                <span class="lx-actions">
                  {text(role === "backup" ? "elder-pairing.elder.chooseBackupSure" : "elder-pairing.elder.chooseSure", {
                    name: one.name,
                    role: word("role", role),
                  })}
                  <Button look="filled" onClick={() => void choose(one.cadreId)}>
                    {text("elder-pairing.elder.choose")}
                  </Button>
                  <Button look="plain" onClick={() => setAsked(undefined)}>
                    {text("elder-pairing.elder.chooseNot")}
                  </Button>
                </span>
              </Notice>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
