import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { unsignReasons } from "../words.js";

const signers = ["outgoing", "incoming", "elder"] as const;
type Signer = (typeof signers)[number];
interface UnsignProps {
  readonly handover: Readonly<Record<Signer, boolean>> & { readonly id: string; readonly mayUnsign: readonly string[] };
  readonly onDone: () => Promise<unknown>;
}

/** Who has signed a sheet, each with the way back as long as there is one; nothing where nobody has. */
export function UnsignHandover({ handover, onDone }: UnsignProps) {
  const signed = signers.filter((signer) => handover[signer]);
  if (signed.length === 0) return null;
  const take = async (signer: Signer, reason: (typeof unsignReasons)[number], idempotencyKey: string) => {
    await api("POST /handovers/:handoverId/unsign", { params: { handoverId: handover.id }, body: { signer, reason }, idempotencyKey });
    toast(text("elder-pairing.unsign.done"));
  };
  return (
    <ul>
      {signed.map((signer) => {
        const who = text(`elder-pairing.signer.${signer}`);
        return (
          <li key={signer}>
            {text("elder-pairing.unsign.signed", { who })}
            {handover.mayUnsign.includes(signer) && (
              <AskWhy
                verb={text("elder-pairing.unsign.verb")}
                of={who}
                title={text("elder-pairing.unsign.title", { who })}
                sure={text("elder-pairing.unsign.sure")}
                kind="unsign"
                reasons={unsignReasons}
                send={(reason, idempotencyKey) => take(signer, reason, idempotencyKey)}
                onDone={onDone}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
