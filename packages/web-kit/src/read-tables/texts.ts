import { addTexts } from "@lianxin/web-kit";

addTexts({
  "zh-CN": { "web.table.pages": "翻页", "web.table.previous": "上一页", "web.table.next": "下一页", "web.table.range": "第 {from}–{to} 条，共 {count} 条" },
  en: { "web.table.pages": "Pages", "web.table.previous": "Previous", "web.table.next": "Next", "web.table.range": "{from}–{to} of {count}" },
});
