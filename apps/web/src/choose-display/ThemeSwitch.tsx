import { Button, display, setDisplay, t } from "@lianxin/web-kit";
import { Moon, Sun } from "@lianxin/web-kit/icons";

const systemIsDark = (): boolean => matchMedia("(prefers-color-scheme: dark)").matches;

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
