/** How the next thing will look that the tool in hand makes: beside the rail, above a phone's bar. Not there for tools that have no choice. */
import { X } from 'lucide-react';
import { viewOfKind } from '../../elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { TOOLS } from '../../tools/registry.ts';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { loadNextStyle } from './loadPanel.ts';
import styles from './ToolOptions.module.css';
import { useLoaded } from './useLoaded.ts';

/** Choices that stand open: colours and widths of a pen do. */
const PLACES = 16;

export function ToolOptions({ docked = false }: { docked?: boolean }) {
  const t = useT();
  const { editor } = useBoard();
  const tool = useEditorState((state) => state.tool);
  const readOnly = useEditorState((state) => state.readOnly);
  const { adds } = TOOLS[tool];
  const hasChoice = !readOnly && adds !== undefined && (viewOfKind(adds).controls?.length ?? 0) > 0;
  // A finger has no Escape: it lays the tool down here.
  const isShown = hasChoice || (docked && !readOnly && tool !== 'select');
  const NextStyle = useLoaded(hasChoice, loadNextStyle);
  if (!isShown) return null;
  return (
    <Toolbar
      className={classNames(styles.bar, docked && styles.docked)}
      aria-label={t('tools.style')}
      data-mark="style"
    >
      {docked && (
        <IconButton
          size="l"
          placement="top"
          label={t('tools.leave')}
          icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => editor.tools.use('select')}
        />
      )}
      {docked && <span className={styles.name}>{t(`editor.tool.${tool}`)}</span>}
      {NextStyle && <NextStyle places={PLACES} placement="top" />}
    </Toolbar>
  );
}
