import { Button, display, language, setDisplay, t } from "@lianxin/web-kit";
import { ALargeSmall, Languages } from "@lianxin/web-kit/icons";
import "./texts.js";

type Language = typeof language.value;

/** To the other language; the word is in that language. */
export function LanguageSwitch({ onChoose }: { readonly onChoose: (wanted: Language) => void }) {
  const other = language.value === "en" ? "zh-CN" : "en";
  return (
    <Button look="plain" icon={Languages} lang={other} onClick={() => onChoose(other)}>
      {other === "en" ? "English" : "中文"}
    </Button>
  );
}

/** Into 长辈版 and back. */
export function ElderSwitch() {
  const isElder = display.value.mode === "elder";
  return (
    <Button look="plain" icon={ALargeSmall} onClick={() => setDisplay({ mode: isElder ? undefined : "elder" })}>
      {t(isElder ? "web.frame.standard" : "web.frame.elder")}
    </Button>
  );
}
