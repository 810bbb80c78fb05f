/**
 * The whole text of one element as a page has it: all lines, however many the note has room for, addresses as links, boxes as boxes. For
 * keys, screen readers and small fingers.
 */
import { findChecks, toggleCheck } from '../../../shared/text/links.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useCommands, useEditorState } from '../BoardContext.tsx';
import { Linked } from './Linked.tsx';
import styles from './MarksBar.module.css';

export function TextDialog() {
  const t = useT();
  const { editor } = useBoard();
  // Draws again with the selected element.
  useCommands();
  const [id] = useEditorState((state) => state.selection);
  const text = id === undefined ? '' : (editor.board.get(id)?.text ?? '');
  const checks = new Map(findChecks(text).map((check) => [check.line, check]));
  const tick = (line: number): void => {
    if (id === undefined) return;
    // As it stands now: others write too.
    const check = findChecks(editor.board.get(id)?.text ?? '').find((one) => one.line === line);
    if (check) editor.writes.tick(id, toggleCheck(check));
  };
  return (
    <div className={styles.whole}>
      {text
        .trimEnd()
        .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u)
        .map((written, line) => {
          const check = checks.get(line);
          const key = line;
          if (!check)
            return (
              <p key={key} className={styles.line}>
                <Linked text={written} />
              </p>
            );
          return (
            <label key={key} className={styles.check}>
              <input type="checkbox" checked={check.isDone} onChange={() => tick(line)} />
              <span>{check.label ? <Linked text={check.label} /> : t('marks.checks.empty')}</span>
            </label>
          );
        })}
    </div>
  );
}
