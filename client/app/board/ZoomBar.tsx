/** How close one looks, at the bottom right: smaller, the figure (press it for actual size), larger, everything, and where one may go. */
import { Button } from 'react-aria-components';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { CommandButton } from './ToolRail.tsx';
import styles from './ZoomBar.module.css';

export function ZoomBar() {
  const t = useT();
  const { editor } = useBoard();
  const percent = useEditorState((state) => Math.round(state.camera.zoom * 100));
  return (
    <Toolbar data-mark="zoom" className={styles.bar ?? ''} aria-label={t('board.zoom')}>
      <CommandButton id="view.zoomOut" placement="top" />
      <Button
        className={styles.percent ?? ''}
        aria-label={t('board.zoomPercent', { percent })}
        onPress={() => editor.commands.run('view.actualSize')}
      >
        {t('board.percent', { percent })}
      </Button>
      <CommandButton id="view.zoomIn" placement="top" />
      <span className={styles.line} />
      <CommandButton id="view.fit" placement="top" />
      <CommandButton id="page.places" placement="top" />
    </Toolbar>
  );
}
