/**
 * All that can be done or gone to, for the palette: the commands of the one registry, what the page offers, kept views and areas. What one
 * may never do here is left out; what cannot be done now says why.
 */
import { Bookmark, Frame } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { PageActions } from '../../app/board/BoardScreen.tsx';
import { CommandIcon } from '../../app/board/icons.tsx';
import { ICON, usePageEntries } from '../../app/board/pageEntries.tsx';
import { isMac, shortcutText } from '../../app/board/shortcutText.ts';
import { loadMessages, type MessageId, type Messages, useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import { areaPlaces } from '../bookmarks/areaPlaces.ts';
import { WITH_KEYS } from '../bookmarks/Bookmarks.ts';
import { OTHER_NAMES } from './otherNames.ts';
import { paletteCommands } from './paletteCommands.ts';
import type { Ranked } from './rank.ts';

export interface PaletteEntry extends Ranked {
  readonly icon: ReactNode;
  /** What it belongs to, as it is shown. */
  readonly group: string;
  /** Under which heading it stands while nothing is asked. */
  readonly section: string;
  readonly shortcut: string | undefined;
  /** Why it cannot be run now. */
  readonly why: string | null;
  readonly run: () => void;
}

export function usePaletteEntries(actions: PageActions): readonly PaletteEntry[] {
  const t = useT();
  const { editor } = useBoard();
  const other = useOtherLanguage();
  const page = usePageEntries(actions)(
    'share',
    'agenda',
    'people',
    'export',
    'drafts',
    'history',
    'settings',
    'forget',
    'back',
  );
  const views = useSyncExternalStore(actions.bookmarks.subscribe, actions.bookmarks.list);
  const mac = isMac(navigator);
  // The commands as they stand when the palette opens: it covers the wall meanwhile.
  const commands = useMemo(() => paletteCommands(editor), [editor]);
  const areas = useMemo(() => areaPlaces(editor), [editor]);

  const say = (id: MessageId): readonly string[] => (other ? [other[id]] : []);
  const names = (id: string, label: MessageId, group: MessageId): readonly string[] => [
    t(group),
    OTHER_NAMES[id] ?? '',
    ...say(label),
    ...say(group),
  ];
  const keys = (shortcut: string | undefined): string | undefined => shortcut && shortcutText(shortcut, t, mac);
  const goTo = t('palette.area');
  return [
    ...commands.map(({ command, why }): PaletteEntry => {
      const group = `help.group.${command.group}` as const;
      return {
        id: command.id,
        label: t(command.label),
        names: names(command.id, command.label, group),
        icon: <CommandIcon name={command.icon} color={command.color} />,
        group: t(group),
        section: t(group),
        shortcut: keys(command.shortcut?.[0]),
        why: why && t(why),
        isLater: why !== null,
        run: () => editor.commands.run(command.id),
      };
    }),
    ...page.map(
      ({ id, label, message, icon, shortcut, run }): PaletteEntry => ({
        id,
        label,
        names: names(id, message, 'palette.page'),
        icon,
        group: t('palette.page'),
        section: t('palette.page'),
        shortcut,
        why: null,
        run,
      }),
    ),
    ...views.map(
      ({ id, name, box }, at): PaletteEntry => ({
        id: `view:${id}`,
        label: name,
        names: [t('palette.view'), OTHER_NAMES['page.places'] ?? '', ...say('palette.view')],
        icon: <Bookmark {...ICON} />,
        group: t('palette.view'),
        section: t('palette.views'),
        shortcut: at < WITH_KEYS ? keys(`alt+${at + 1}`) : undefined,
        why: null,
        run: () => editor.camera.fit(box, 8),
      }),
    ),
    ...areas.map(
      ({ id, title, box }): PaletteEntry => ({
        id: `area:${id}`,
        label: title || t('places.untitled'),
        names: [goTo, ...say('palette.area')],
        icon: <Frame {...ICON} />,
        group: goTo,
        section: t('palette.areas'),
        shortcut: undefined,
        why: null,
        run: () => editor.camera.fit(box),
      }),
    ),
  ];
}

/** The texts of the language that is not shown: people find by its words too. Nothing until they are here, or where they cannot be had. */
function useOtherLanguage(): Messages | null {
  const locale = useLocale();
  const [messages, setMessages] = useState<Messages | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadMessages(locale === 'fr' ? 'en' : 'fr').then(
      (loaded) => isWanted && setMessages(loaded),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return messages;
}
