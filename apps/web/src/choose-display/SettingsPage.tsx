import { mayAnywhere, ButtonLink, session, Card, Chips, display, language, PageHead, setDisplay, t, type ChipOption } from "@lianxin/web-kit";

import { mayBegin } from "../begin-use/may-begin.js";
import { MenuLink } from "../frame-pages/MenuLink.js";
import { planSettings } from "../frame-pages/plan-menu.js";
import { useDoors } from "../load-doors/doors-context.js";
import { chooseLanguage } from "../texts/choose-language.js";

const records = { href: "/records", title: "shell.records", icon: "book" };
const security = { href: "/settings/security", title: "shell.security", icon: "shield" };
const recordReaders = ["administrator", "secretary", "auditor"];

interface ChoiceProps<V extends string> {
  readonly title: string;
  readonly options: readonly ChipOption<V>[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}
const Choice = <V extends string>({ title, ...chips }: ChoiceProps<V>) => (
  <Card title={title}>
    <Chips label={title} {...chips} />
  </Card>
);
const option = <V extends string>(value: V, key: string): ChipOption<V> => ({ value, label: t(key) });
/** An empty choice is the system's, or the usual one. */
const orNone = <V extends string>(value: V | ""): V | undefined => value || undefined;

/** How this device shows everything. Acts at once; kept on the device. */
export default function SettingsPage() {
  const { theme = "", mode = "", size = "1", contrast = "", density = "" } = display.value;
  const maySeeRecords = (session.value?.roles ?? []).some((role) => recordReaders.includes(role.kind));
  const doors = useDoors();
  const others = [...planSettings(doors, mayAnywhere), ...(session.value?.account ? [security] : []), ...(maySeeRecords ? [records] : [])];
  return (
    <>
      <PageHead title={t("shell.settingsTitle")} note={t("shell.settingsNote")} />
      <div class="lx-stack">
        {others.length > 0 && (
          <Card title={t("shell.moreSettings")}>
            <nav class="frame-more" aria-label={t("shell.moreSettings")}>
              {others.map((entry) => (
                <MenuLink key={entry.href} entry={entry} current={undefined} />
              ))}
            </nav>
          </Card>
        )}
        <Choice
          title={t("shell.language")}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
          chosen={language.value}
          onChoose={(wanted) => void chooseLanguage(wanted)}
        />
        <Choice
          title={t("shell.size")}
          options={[option("", "shell.standard"), option("elder", "shell.elder")]}
          chosen={mode}
          onChoose={(wanted) => setDisplay({ mode: orNone(wanted) })}
        />
        {mode === "elder" && (
          <Choice
            title={t("shell.elderSize")}
            options={[option("1", "shell.large"), option("2", "shell.larger"), option("3", "shell.largest")]}
            chosen={size}
            onChoose={(wanted) => setDisplay({ size: wanted })}
          />
        )}
        <Choice
          title={t("shell.theme")}
          options={[option("", "shell.asSystem"), option("light", "shell.light"), option("dark", "shell.dark")]}
          chosen={theme}
          onChoose={(wanted) => setDisplay({ theme: orNone(wanted) })}
        />
        <Choice
          title={t("shell.contrast")}
          options={[option("", "shell.usual"), option("more", "shell.highContrast")]}
          chosen={contrast}
          onChoose={(wanted) => setDisplay({ contrast: orNone(wanted) })}
        />
        <Choice
          title={t("shell.density")}
          options={[option("compact", "shell.compact"), option("", "shell.comfortable"), option("roomy", "shell.roomy")]}
          chosen={density}
          onChoose={(wanted) => setDisplay({ density: orNone(wanted) })}
        />
        {mayBegin(doors) && (
          <div>
            <ButtonLink href="/first-run">{t("shell.firstRun")}</ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}
