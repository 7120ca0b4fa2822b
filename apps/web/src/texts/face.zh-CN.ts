/** What the shell says around a public page, and when something does not come: there from the start, while the others follow. */
export const faceZhCN = {
  "shell.elder": "长辈版",
  "shell.standard": "标准版",
  "shell.language": "语言",
  "shell.newer": "系统更新了",
  "shell.newerNote": "重新打开这一页就是新的；写了一半的还在",
  "shell.reload": "重新打开",
  "shell.startFailed": "莲心没能打开",
  "shell.notFound": "这一页已搬走或已撤下",
  "shell.notFoundNote": "也可能是地址少了几个字",
  "shell.backToToday": "回到今天",
  "shell.noRight": "这一页你现在看不了",
  "shell.noRightNote": "要有职务的人才能办。需要的话，请社区书记给你定职务。",
  "shell.yoursHere": "这里你能看的：",
} as const;
