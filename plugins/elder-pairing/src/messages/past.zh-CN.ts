/** Texts of what is past of an elder, and of what they need. */
export const pastZhCN = {
  "past.all": "看全部 {count} 次",
  "past.searches": "以前没联系上，找过 {count} 回",
  "past.open": "看每一回怎么找的",
  "past.safe": "找到了，平安",
  "past.emergency": "出事了，已求助",
  "past.deceased": "老人去世，不再找",
  "past.moved": "老人搬走，不再找",
  "past.erased": "资料已抹去",
  "needs.add": "还有一件要办的事",
  "needs.drop": "去掉这件",
  "needs.which": "第 {n} 件",
  "needs.words": "老人要什么（密封保存）",
  "needs.mayTell": "老人同意把上面这些话写进事项，办事的人看得到",
  "needs.notTold": "不勾，事项里只写类别；看病的连类别也不写。",
} as const;
