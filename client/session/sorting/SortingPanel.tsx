/**
 * The help with sorting: completing groups people have begun, duplicates, notes that look alike, a first draft, rules of zones. Suggests, and
 * changes the wall only when somebody accepts; each acceptance is one step of undo. Works on this device, unless people agree to a model.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SortingView } from '../../editor/commands/Command.ts';
import { isScoped, scopeOf } from '../../editor/sorting/sortable.ts';
import { useT } from '../../i18n/Messages.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { undoThis } from '../undoThis.ts';
import { AlikeView } from './AlikeView.tsx';
import { CompleteView } from './CompleteView.tsx';
import { DraftView } from './DraftView.tsx';
import { DuplicatesView } from './DuplicatesView.tsx';
import { ModelConsent } from './ModelConsent.tsx';
import styles from './Sorting.module.css';
import { useModel } from './useModel.ts';
import { type SorterState, useSorter } from './useSorter.ts';
import { ZonesView } from './ZonesView.tsx';

export interface SortingPanelProps {
  view: SortingView;
  onView: (view: SortingView) => void;
  onClose: () => void;
}

/** What each part is given. */
export interface ViewProps {
  sorter: SorterState;
  /** The notes meant, read when the person asks. */
  scope: () => string[];
  isScoped: boolean;
  /** Says what has been done, with the way back. */
  done: (text: string, hasMoved: boolean) => void;
}

const CHOICES = ['complete', 'duplicates', 'alike', 'draft', 'zones'] as const satisfies readonly SortingView[];
const VIEWS = {
  complete: CompleteView,
  duplicates: DuplicatesView,
  alike: AlikeView,
  draft: DraftView,
  zones: ZonesView,
};

export function SortingPanel({ view, onView, onClose }: SortingPanelProps) {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  const selection = useEditorState((state) => state.selection);
  const model = useModel();
  const sorter = useSorter(model.meanings);
  const { cancel } = sorter;
  const done = useCallback(
    (text: string, hasMoved: boolean) =>
      toast({
        text,
        ...(hasMoved && { action: undoThis(editor, t, toast) }),
      }),
    [toast, t, editor],
  );
  // What was selected when the panel came, or since by hand: showing a suggestion on the wall selects it and means nothing by it.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(selection);
  if (selection.size !== 1 && selection !== chosen) setChosen(selection);
  const scope = useCallback(() => scopeOf(editor.board, chosen), [editor, chosen]);
  const isSelected = useMemo(() => isScoped(editor.board, chosen), [editor, chosen]);
  // Another part: what was under way for the last one is of no use.
  useEffect(() => () => cancel(), [view, cancel]);
  const View = VIEWS[view];
  return (
    <SidePanel title={t('sorting.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className={styles.body}>
        <ChoiceField<SortingView>
          legend={t('sorting.view')}
          compact
          value={view}
          onValue={onView}
          choices={CHOICES.map((value) => ({ value, label: t(`sorting.view.${value}`) }))}
        />
        <View key={view} sorter={sorter} scope={scope} isScoped={isSelected} done={done} />
        {view !== 'zones' && (
          <div className={styles.consent}>
            <p className={styles.quiet}>{t('sorting.never')}</p>
            <ModelConsent model={model} />
          </div>
        )}
      </div>
    </SidePanel>
  );
}
