import { render } from "preact";
import { addTexts, chosenLanguage, registerCards } from "@lianxin/web-kit";
import "@lianxin/web-kit/base.css";
import { App } from "./App.js";
import { listDoors } from "./load-doors/door-list.js";
import { loadCard } from "./load-doors/open-door.js";
import { StartFailed } from "./tell-troubles/StartFailed.js";
import { chooseLanguage } from "./texts/choose-language.js";
import { zhCN } from "./texts/zh-CN.js";

/** Texts and doors come together, then the first page is drawn. */
async function start(at: HTMLElement): Promise<void> {
  addTexts({ "zh-CN": zhCN });
  const [doors] = await Promise.all([listDoors(), chooseLanguage(chosenLanguage())]);
  registerCards(
    doors.flatMap((door) => door.cards.map(({ index, on, order }) => ({ id: `${door.id}.${index}`, on, order, load: () => loadCard(door, index) }))),
  );
  render(<App doors={doors} />, at);
}

const place = document.getElementById("app");
if (place) start(place).catch((error: unknown) => render(<StartFailed error={error} />, place));
