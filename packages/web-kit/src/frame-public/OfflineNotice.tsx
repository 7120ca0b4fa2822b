import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Notice, t } from "@lianxin/web-kit";
import "./texts.js";

/** Says so while the device has no network. */
export function OfflineNotice() {
  const isOffline = useSignal(!navigator.onLine);
  useEffect(() => {
    const look = () => (isOffline.value = !navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return isOffline.value ? <Notice kind="warning">{t("web.frame.offline")}</Notice> : null;
}
