import { render, type ComponentType } from "preact";
import { chosenLanguage, setLanguage } from "@lianxin/web-kit";
import { NotLoaded } from "./NotLoaded.js";
import { PageFailed } from "./PageFailed.js";
import { PublicFrame } from "./PublicFrame.js";

/** Draws a public page that came without the shell, once the texts of its plugin are here. */
export async function openAlone(Page: ComponentType, pluginId: string): Promise<void> {
  const place = document.getElementById("app");
  if (!place) return;
  const show = (wanted: ReturnType<typeof chosenLanguage>) => setLanguage(wanted, pluginId);
  const came = await show(chosenLanguage()).then(
    () => true,
    () => false,
  );
  render(
    <PublicFrame onLanguage={(wanted) => void show(wanted)}>
      {came ? (
        <PageFailed path={location.pathname}>
          <Page />
        </PageFailed>
      ) : (
        <NotLoaded />
      )}
    </PublicFrame>,
    place,
  );
}
