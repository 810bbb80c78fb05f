/**
 * The frame of a panel about one area: which one, where the wall has several; what to do, where it has none. What is said of the area is its
 * own panel's.
 */
import type { LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Pick } from './LineField.tsx';
import styles from './Placing.module.css';
import { usePanelArea } from './usePanelArea.ts';

export interface AreaPanelProps<E extends Element> {
  title: MessageId;
  /** Said where the wall has none of them, and how one comes to be. */
  none: MessageId;
  noneHelp: MessageId;
  icon: LucideIcon;
  /** Reads an element as one of those the panel is about; the same function at each call. */
  as: (element: Element | undefined) => E | null;
  onClose: () => void;
  /** `selected`: the one thing in the area that is selected. Drawn anew for each area. */
  content: (area: E, selected: ElementId | null) => ReactNode;
}

export function AreaPanel<E extends Element>(props: AreaPanelProps<E>) {
  const { title, none, noneHelp, icon: Icon, as, onClose, content } = props;
  const t = useT();
  const { area, all, choose, selected } = usePanelArea<E>(as);
  return (
    <SidePanel title={t(title)} closeLabel={t('common.close')} onClose={onClose}>
      {!area && (
        <EmptyPlace icon={<Icon size={28} strokeWidth={1.5} aria-hidden="true" />} title={t(none)}>
          {t(noneHelp)}
        </EmptyPlace>
      )}
      {area && (
        <div className={styles.panel}>
          {all.length > 1 && (
            <Pick
              label={t('placing.which')}
              options={all.map(({ id, text }) => ({ value: id, label: text || t('placing.untitled') }))}
              value={area.id}
              onValue={choose}
            />
          )}
          <Fragment key={area.id}>{content(area, selected)}</Fragment>
        </div>
      )}
    </SidePanel>
  );
}
