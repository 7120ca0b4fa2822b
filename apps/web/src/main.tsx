import { render } from "preact";
import { addTexts, chosenLanguage, registerCards, underWay } from "@lianxin/web-kit";
import "@lianxin/web-kit/base.css";
import "@lianxin/web-kit/public.css";
import { App } from "./App.js";
import { listDoors } from "./load-doors/door-list.js";
import { findPage } from "./load-doors/find-page.js";
import { loadCard } from "./load-doors/open-door.js";
import { StartFailed } from "./tell-troubles/StartFailed.js";
import { chooseLanguage } from "./texts/choose-language.js";
import { faceZhCN } from "./texts/face.zh-CN.js";

/** Its code counts among what is still being read. */
async function whileReading<T>(load: Promise<T>): Promise<T> {
  underWay.value = underWay.peek() + 1;
  return load.finally(() => void (underWay.value = underWay.peek() - 1));
}

/** Texts and doors come together, then the first page is drawn. */
async function start(at: HTMLElement): Promise<void> {
  addTexts({ "zh-CN": faceZhCN });
  const doors = await listDoors();
  const found = findPage(doors, location.pathname);
  await chooseLanguage(chosenLanguage(), found?.page.isPublic ? found.door.id : undefined);
  registerCards(
    doors.flatMap((door) =>
      door.cards.map(({ index, on, order }) => ({ id: `${door.id}.${index}`, on, order, load: () => whileReading(loadCard(door, index)) })),
    ),
  );
  render(<App doors={doors} />, at);
}

const place = document.getElementById("app");
if (place) start(place).catch((error: unknown) => render(<StartFailed error={error} />, place));
