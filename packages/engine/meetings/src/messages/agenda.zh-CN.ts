/** What is said about the agenda of a draft, and about throwing a draft away. */
export const agendaZhCN = {
  "error.agendaTooLong": "议程有 {count} 项，一次会最多 {most} 项",
  "error.agendaTooLong.remedy": "请去掉一些，留到下一次会；没有办完的承诺不会丢，下次还会列出来",
  "agenda.firstOnes": "没有办完的有 {count} 项，一次会最多议 {most} 项，先勾了前面的；其余的要换哪项，请自己勾。",
  "agenda.tooMany": "已勾 {count} 项，一次会最多 {most} 项，请去掉一些",
  "agenda.draftHint": "改完点“保存议程”。还没有通知任何人。",
  "agenda.keep": "保存议程",
  "agenda.kept": "议程已保存",
  "draft.throw": "扔掉这份草稿",
  "draft.ask": "扔掉“{title}”这份草稿？",
  "draft.hint": "还没有通知过任何人，也不会通知。议题和没有办完的承诺都留着，下次会还可以排。扔掉后不能找回。",
  "draft.reason": "草稿不用了",
  "draft.gone": "草稿已扔掉",
} as const;
