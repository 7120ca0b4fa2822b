import { useSignal } from "@preact/signals";
import { browserPorts, Button, Card, dateOf, dayText, EmptyState, ErrorNotice, mayAnywhere, Meta } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { proxyReasons } from "../words.js";
import { AppointDialog } from "./AppointDialog.js";

interface CardProps {
  readonly person: Person;
  readonly onDone: () => Promise<void>;
}
interface Term {
  readonly fromOn: string;
  readonly toOn: string | null;
}
const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());
const termOf = ({ fromOn, toOn }: Term): string => `${dayText(fromOn, { year: true })} — ${toOn ? dayText(toOn, { year: true }) : t("directory.page.open")}`;
const reasonWord = (reason: string): string => t(`directory.proxy.${proxyReasons.find((one) => one === reason) ?? "helper"}`);
const Name = ({ id, name }: { readonly id: string; readonly name: string }) => <a href={`/directory/people/${id}`}>{name}</a>;

function Deputies({ person, onDone }: CardProps) {
  const error = useSignal<unknown>(undefined);
  const end = (proxyId: string) =>
    api("POST /proxies/:proxyId/end", { params: { proxyId }, body: { lastOn: today() } }).then(onDone, (refusal: unknown) => void (error.value = refusal));
  return (
    <>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <ul class="lx-list">
        {person.proxies.map((proxy) => (
          <li key={proxy.id}>
            <Meta>{[<Name id={proxy.deputyId} name={proxy.deputyName} />, reasonWord(proxy.reason), termOf(proxy)]}</Meta>
            {mayAnywhere("directory.edit") && (proxy.toOn === null || proxy.toOn > today()) && (
              <Button look="soft" aria-label={t("directory.standing.endOf", { name: proxy.deputyName })} onClick={() => void end(proxy.id)}>
                {t("directory.page.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who acts for this person, and for whom this person acts. */
export function ProxyCard({ person, onDone }: CardProps) {
  const isAppointing = useSignal(false);
  return (
    <Card title={t("directory.standing.proxies")}>
      {person.proxies.length === 0 && <EmptyState why={t("directory.standing.noProxies")} />}
      <Deputies person={person} onDone={onDone} />
      {person.actsFor.length > 0 && <h3>{t("directory.standing.actsFor")}</h3>}
      <ul class="lx-list">
        {person.actsFor.map((proxy) => (
          <li key={proxy.id}>
            <Meta>{[<Name id={proxy.principalId} name={proxy.principalName} />, reasonWord(proxy.reason), termOf(proxy)]}</Meta>
          </li>
        ))}
      </ul>
      {mayAnywhere("directory.edit") && (
        <div class="lx-actions">
          <Button icon={Plus} onClick={() => (isAppointing.value = true)}>
            {t("directory.standing.appoint")}
          </Button>
        </div>
      )}
      <AppointDialog person={person} isOpen={isAppointing.value} onClose={() => (isAppointing.value = false)} onDone={onDone} />
    </Card>
  );
}
