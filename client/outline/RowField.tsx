/**
 * The field of a line: the same splices as on the wall, so that two people in one note never erase each other. Enter ends, Shift + Enter
 * begins a line where the element has several, Ctrl + Enter goes on to a next note.
 */
import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { matches } from '../editor/keyboard.ts';
import type { TypingField } from '../editor/Typing.ts';
import { viewOf } from '../elements/registry.ts';
import { useT } from '../i18n/Messages.tsx';
import { useBoard } from '../session/BoardContext.tsx';
import { useOutline } from './OutlineContext.ts';
import styles from './RowField.module.css';

export function RowField({ id, label }: { id: ElementId; label: string }) {
  const t = useT();
  const help = useId();
  const { editor } = useBoard();
  const { controller } = useOutline();
  const textarea = useRef<HTMLTextAreaElement>(null);

  // Within the render that the key or touch has caused: phones open their keyboard.
  useLayoutEffect(() => {
    const field = textarea.current;
    if (field) controller.beginTyping(fieldOver(field, () => controller.endTyping()));
  }, [controller]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { typing, commands } = editor;
    const element = typing.id === null ? undefined : editor.board.get(typing.id);
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && isMod) {
      typing.end();
      controller.add();
    } else if (event.key === 'Escape') typing.end();
    else if (event.key === 'Enter' && !(event.shiftKey && element && viewOf(element).isMultiline)) typing.end();
    else if (matches('mod+z', event)) commands.run('edit.undo');
    else if (matches('mod+shift+z', event) || matches('mod+y', event)) commands.run('edit.redo');
    else return;
    event.preventDefault();
  };

  return (
    <>
      <textarea
        ref={textarea}
        className={styles.field}
        aria-label={label}
        aria-describedby={help}
        maxLength={LIMITS.textChars}
        spellCheck
        autoCapitalize="sentences"
        onInput={(event) => editor.typing.input(event.currentTarget.value, event.currentTarget.selectionEnd)}
        onCompositionStart={() => editor.typing.setComposing(true)}
        onCompositionEnd={() => editor.typing.setComposing(false)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          const field = textarea.current;
          setTimeout(() => {
            // Another window in front is no end of writing, nor is a line that was only carried elsewhere; another control is.
            const isLeft = document.hasFocus() && document.activeElement !== field;
            if (isLeft && controller.state.editing === id) editor.typing.end();
          });
        }}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      <span id={help} hidden>
        {t('outline.field.help')}
      </span>
    </>
  );
}

/** What typing needs of a text field. */
function fieldOver(textarea: HTMLTextAreaElement, onClose: () => void): TypingField {
  return {
    open(_id, text, selectAll) {
      textarea.value = text;
      textarea.focus({ preventScroll: true });
      textarea.setSelectionRange(selectAll ? 0 : text.length, text.length);
    },
    replace(text, move) {
      const { selectionStart, selectionEnd, selectionDirection, scrollTop } = textarea;
      textarea.value = text;
      textarea.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
      textarea.scrollTop = scrollTop;
    },
    close: onClose,
  };
}
