/* Dialogs and toasts. A shared module of its own. */
export { ConfirmDialog } from "./give-feedback/ConfirmDialog.js";
export { Dialog } from "./give-feedback/Dialog.js";
export { toast } from "./give-feedback/toast.js";
export { LocalNotice } from "./give-feedback/LocalNotice.js";
