import { addTexts } from "@lianxin/web-kit";

addTexts({
  "zh-CN": {
    "web.frame.elder": "长辈版",
    "web.frame.standard": "标准版",
    "web.frame.skip": "跳到正文",
    "web.frame.offline": "现在没有网。你写的都在本机，连上后再交",
    "web.frame.reload": "重新打开",
    "web.frame.notLoaded": "这一页没有取到",
    "web.frame.notLoadedNote": "看看有没有网，再重新打开",
    "web.frame.failed": "这一页没能显示出来",
    "web.frame.failedNote": "重新打开试试；还不行请联系管理员",
  },
  en: {
    "web.frame.elder": "Large print",
    "web.frame.standard": "Standard",
    "web.frame.skip": "Skip to the content",
    "web.frame.offline": "There is no network. What you wrote is on this device; send it once you are connected",
    "web.frame.reload": "Open again",
    "web.frame.notLoaded": "This page did not come",
    "web.frame.notLoadedNote": "Check the network, then open it again",
    "web.frame.failed": "This page could not be shown",
    "web.frame.failedNote": "Open it again; if it stays, tell the administrator",
  },
});
