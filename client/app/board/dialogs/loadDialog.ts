/**
 * The dialogs of the board page, each fetched when it is first wanted. Not React's `lazy`: what cannot be fetched (no network, a newer
 * server) must be a message, never the end of a page that holds unsaved work.
 */
import type { ComponentType } from 'react';
import { prefetchMenus } from '../../../ui/Menu.tsx';
import type { PageActions } from '../BoardScreen.tsx';

export const DIALOG_NAMES = [
  'share',
  'keep',
  'export',
  'help',
  'drafts',
  'history',
  'forget',
  'settings',
  'palette',
  'places',
  'decks',
  'cards',
  'describeCards',
  'makeDeck',
] as const;
export type DialogName = (typeof DIALOG_NAMES)[number];

export interface DialogProps {
  onClose: () => void;
  onTour: () => void;
  actions: PageActions;
  /** What was typed before it was there, Enter as a line break. */
  takeTyped: () => string;
}

export type DialogComponent = ComponentType<DialogProps>;

const LOADERS: Readonly<Record<DialogName, () => Promise<DialogComponent>>> = {
  share: async () => (await import('./ShareDialog.tsx')).ShareDialog,
  keep: async () => (await import('./KeepDialog.tsx')).KeepDialog,
  export: async () => (await import('./ExportDialog.tsx')).ExportDialog,
  help: async () => (await import('./HelpDialog.tsx')).HelpDialog,
  drafts: async () => (await import('../../../session/drafts/DraftsDialog.tsx')).DraftsDialog,
  history: async () => (await import('../../../session/history/HistoryDialog.tsx')).HistoryDialog,
  forget: async () => (await import('../../../session/device/ForgetDialog.tsx')).ForgetDialog,
  settings: async () => (await import('./SettingsDialog.tsx')).SettingsDialog,
  palette: async () => (await import('../../../session/palette/PaletteDialog.tsx')).PaletteDialog,
  decks: async () => (await import('../../../session/deck/AddDeckDialog.tsx')).AddDeckDialog,
  cards: async () => (await import('../../../session/deck/GalleryDialog.tsx')).GalleryDialog,
  describeCards: async () => (await import('../../../session/deck/DescribeCardsDialog.tsx')).DescribeCardsDialog,
  makeDeck: async () => (await import('../../../session/deck/MakeDeckDialog.tsx')).MakeDeckDialog,
  places: async () => (await import('../../../session/bookmarks/PlacesDialog.tsx')).PlacesDialog,
};

/** The component of a dialog; `null` when it could not be fetched. */
export const loadDialog = (name: DialogName): Promise<DialogComponent | null> =>
  LOADERS[name]().then(
    (dialog) => dialog,
    () => null,
  );

/** Fetches all dialogs and the menus ahead, so that they open without a network too. */
export async function prefetchDialogs(): Promise<void> {
  await Promise.all([prefetchMenus(), ...DIALOG_NAMES.map(loadDialog)]);
}
