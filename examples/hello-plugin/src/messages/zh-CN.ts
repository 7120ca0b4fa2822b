export const zhCN = {
  "page.title": "问候",
  "page.heading": "大家说了什么？",
  "page.empty": "还没有人问好。你先说一句？",
  "page.words": "说一句",
  "page.send": "问好",
  "page.sent": "说出去了",
  "error.tooLong": "这句话有 {length} 个字，最多 {longest} 个",
  "error.tooLong.remedy": "请说短一点",
  "error.alreadyGreeted": "你今天已经问过好了",
  "error.alreadyGreeted.remedy": "明天再来",
} as const;
