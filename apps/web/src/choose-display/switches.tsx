import { Button, display, language, setDisplay, t } from "@lianxin/web-kit";
import { ALargeSmall, Languages, Moon, Sun } from "@lianxin/web-kit/icons";
import { chooseLanguage } from "../texts/choose-language.js";

const systemIsDark = (): boolean => matchMedia("(prefers-color-scheme: dark)").matches;

/** To the other language; the word is in that language. */
export function LanguageSwitch() {
  const other = language.value === "en" ? "zh-CN" : "en";
  return (
    <Button look="plain" icon={Languages} lang={other} onClick={() => void chooseLanguage(other)}>
      {other === "en" ? "English" : "中文"}
    </Button>
  );
}

/** Into 长辈版 and back. */
export function ElderSwitch() {
  const isElder = display.value.mode === "elder";
  return (
    <Button look="plain" icon={ALargeSmall} onClick={() => setDisplay({ mode: isElder ? undefined : "elder" })}>
      {isElder ? t("shell.standard") : t("shell.elder")}
    </Button>
  );
}

/** Between light and dark; 长辈版 is light only, so it has no such switch. */
export function ThemeSwitch() {
  if (display.value.mode === "elder") return null;
  const isDark = display.value.theme ? display.value.theme === "dark" : systemIsDark();
  return (
    <Button look="plain" icon={isDark ? Sun : Moon} onClick={() => setDisplay({ theme: isDark ? "light" : "dark" })}>
      {isDark ? t("shell.light") : t("shell.dark")}
    </Button>
  );
}
