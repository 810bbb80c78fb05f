/**
 * The dialogs of the board page, each fetched when it is first wanted. Not React's `lazy`: what cannot be fetched (no network, a newer
 * server) must be a message, never the end of a page that holds unsaved work.
 */
import type { ComponentType } from 'react';

export const DIALOG_NAMES = ['share', 'keep', 'export', 'help', 'drafts', 'history', 'forget', 'settings'] as const;
export type DialogName = (typeof DIALOG_NAMES)[number];
export type DialogComponent = ComponentType<{ onClose: () => void; onTour: () => void }>;

const LOADERS: Readonly<Record<DialogName, () => Promise<DialogComponent>>> = {
  share: async () => (await import('./ShareDialog.tsx')).ShareDialog,
  keep: async () => (await import('./KeepDialog.tsx')).KeepDialog,
  export: async () => (await import('./ExportDialog.tsx')).ExportDialog,
  help: async () => (await import('./HelpDialog.tsx')).HelpDialog,
  drafts: async () => (await import('../../../session/drafts/DraftsDialog.tsx')).DraftsDialog,
  history: async () => (await import('../../../session/history/HistoryDialog.tsx')).HistoryDialog,
  forget: async () => (await import('../../../session/device/ForgetDialog.tsx')).ForgetDialog,
  settings: async () => (await import('./SettingsDialog.tsx')).SettingsDialog,
};

/** The component of a dialog; `null` when it could not be fetched. */
export const loadDialog = (name: DialogName): Promise<DialogComponent | null> =>
  LOADERS[name]().then(
    (dialog) => dialog,
    () => null,
  );

/** Fetches all dialogs ahead, so that they open without a network too. */
export async function prefetchDialogs(): Promise<void> {
  await Promise.all(DIALOG_NAMES.map(loadDialog));
}
