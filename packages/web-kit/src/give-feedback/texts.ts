import { addTexts } from "@lianxin/web-kit";

addTexts({
  "zh-CN": { "web.undo": "撤销", "web.close": "关闭", "web.cancel": "先不办" },
  en: { "web.undo": "Undo", "web.close": "Close", "web.cancel": "Not now" },
});
