/**
 * What stands beside or over the wall without covering it: search, map, menu, what one chooses about the look of things. Each is fetched when
 * it is first wanted; `null` when it could not be fetched, which is a message and never the end of the page.
 */
import { prefetchSorting } from '../../session/sorting/loadSorting.ts';

const orNull = <T>(loaded: Promise<T>): Promise<T | null> => loaded.catch(() => null);

export const loadFind = () => orNull(import('../../session/find/FindPanel.tsx').then(({ FindPanel }) => FindPanel));

/** What asks a name of who comes by a link: whoever was here before never sees it. */
export const loadJoin = () => orNull(import('../join/JoinPage.tsx').then(({ JoinPage }) => JoinPage));

export const loadMinimap = () =>
  orNull(import('../../session/minimap/MinimapPanel.tsx').then(({ MinimapPanel }) => MinimapPanel));

export const loadContextMenu = () =>
  orNull(import('./menu/ContextMenuPanel.tsx').then(({ ContextMenuPanel }) => ContextMenuPanel));

export const loadSelectionBar = () => orNull(import('./SelectionBar.tsx').then(({ SelectionBar }) => SelectionBar));

export const loadNextStyle = () => orNull(import('./controls/ControlsPanel.tsx').then(({ NextStyle }) => NextStyle));

export const loadPeople = () =>
  orNull(import('../../session/people/PeoplePanel.tsx').then(({ PeoplePanel }) => PeoplePanel));

export const loadAskNames = () => orNull(import('../../session/people/askNames.ts').then(({ askNames }) => askNames));

export const loadAgenda = () =>
  orNull(import('../../session/agenda/AgendaPanel.tsx').then(({ AgendaPanel }) => AgendaPanel));

export const loadPins = () => orNull(import('../../session/pins/PinsPanel.tsx').then(({ PinsPanel }) => PinsPanel));

export const loadMatrix = () =>
  orNull(import('../../session/placing/MatrixPanel.tsx').then(({ MatrixPanel }) => MatrixPanel));

export const loadRadar = () =>
  orNull(import('../../session/placing/RadarPanel.tsx').then(({ RadarPanel }) => RadarPanel));

export const loadTour = () => orNull(import('./tour/Tour.tsx').then(({ Tour }) => Tour));

export const loadGrid = () => orNull(import('../../session/grid/GridPanel.tsx').then(({ GridPanel }) => GridPanel));

/** Fetches them ahead, so that they open at once, and without a network too. */
export async function prefetchPanels(): Promise<void> {
  await Promise.all([
    loadFind(),
    loadContextMenu(),
    loadSelectionBar(),
    loadPeople(),
    loadAgenda(),
    loadMatrix(),
    loadRadar(),
    prefetchSorting(),
    loadGrid(),
    loadPins(),
    orNull(import('./MoreIconsPanel.tsx')),
  ]);
}
