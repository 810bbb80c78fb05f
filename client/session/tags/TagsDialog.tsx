/**
 * The tags of the board over the selection: put one on or off, make a new one, change one everywhere, see which elements have it. A name
 * that differs by capitals or accents only is the tag that is there already.
 */
import { ArrowLeft, PencilLine, ScanSearch } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Tag } from '../../../shared/elements/marks/Marks.ts';
import { cleanTagName } from '../../../shared/elements/marks/markKeys.ts';
import { union } from '../../../shared/geometry/box.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { type BoardTag, freshTagColor, sameTag, tagsOf } from '../../editor/marks/boardMarks.ts';
import { changeTag, deleteTag, setTag, taggable } from '../../editor/marks/markWrites.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { markPortsOf } from '../marks/markPorts.ts';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { ColorChoice } from './ColorChoice.tsx';
import styles from './TagsDialog.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TagsDialog() {
  const tags = useBoardValue(tagsOf);
  const [changed, setChanged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const tag = changed === null ? undefined : tags.find(({ name }) => name === changed);
  return (
    <>
      {tag ? (
        <ChangeTag tag={tag} onSaid={setSaid} onDone={() => setChanged(null)} />
      ) : (
        <TagList tags={tags} onSaid={setSaid} onChange={setChanged} />
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}

interface TagListProps {
  tags: readonly BoardTag[];
  onSaid: (text: string) => void;
  onChange: (name: string) => void;
}

function TagList({ tags, onSaid, onChange }: TagListProps) {
  const t = useT();
  const { editor } = useBoard();
  const selection = useEditorState((state) => state.selection);
  const elements = [...selection].flatMap((id) => editor.board.get(id) ?? []);
  const put = (tag: Tag, isOn: boolean): void => {
    const ports = markPortsOf(editor);
    const count = setTag(ports, selection, tag, isOn);
    if (count > 0) onSaid(t(isOn ? 'tags.on' : 'tags.off', { name: tag.name }));
    else if (taggable(ports, selection).length === 0) onSaid(t('tags.refused'));
    else if (isOn) onSaid(t('tags.full', { limit: LIMITS.tagsPerElement }));
  };
  return (
    <div className={styles.list}>
      {tags.length === 0 ? (
        <p className={styles.none}>{t('tags.none')}</p>
      ) : (
        <ul className={styles.tags} aria-label={t('tags.title')}>
          {tags.map((tag) => {
            const having = elements.filter(({ marks }) => marks.tags.some(({ name }) => name === tag.name)).length;
            return (
              <li key={tag.name} className={styles.row}>
                <label className={styles.tag}>
                  <input
                    type="checkbox"
                    checked={having > 0 && having === elements.length}
                    ref={(box) => {
                      if (box) box.indeterminate = having > 0 && having < elements.length;
                    }}
                    onChange={() => put(tag, having < elements.length)}
                  />
                  <span data-color="" className={styles.chip} style={{ background: `var(--note-${tag.color})` }}>
                    {tag.name}
                  </span>
                  <span className={styles.count} title={t('tags.count', { count: tag.ids.length })}>
                    <span aria-hidden="true">{tag.ids.length}</span>
                    <span className="visually-hidden">{t('tags.count', { count: tag.ids.length })}</span>
                  </span>
                </label>
                <IconButton
                  label={t('tags.change', { name: tag.name })}
                  icon={<PencilLine {...ICON} />}
                  placement="left"
                  onPress={() => onChange(tag.name)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <NewTag tags={tags} onAdd={(tag) => put(tag, true)} />
    </div>
  );
}

function NewTag({ tags, onAdd }: { tags: readonly BoardTag[]; onAdd: (tag: Tag) => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Tag['color'] | null>(null);
  const clean = cleanTagName(name);
  const known = clean === '' ? undefined : sameTag(tags, clean);
  const color = chosen ?? known?.color ?? freshTagColor(tags);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (clean === '') return;
    onAdd(known ?? { name: clean, color });
    setName('');
    setChosen(null);
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <TextField
        label={t('tags.new')}
        value={name}
        maxLength={LIMITS.tagChars}
        autoComplete="off"
        // With no tag on the wall there is nothing else to do here.
        autoFocus={tags.length === 0}
        onValue={setName}
      />
      {clean !== '' && !known && <ColorChoice label={t('tags.color')} value={color} onValue={setChosen} />}
      {clean !== '' && (
        <Button type="submit" variant="primary">
          {t('tags.add')}
        </Button>
      )}
    </form>
  );
}

interface ChangeTagProps {
  tag: BoardTag;
  onSaid: (text: string) => void;
  onDone: () => void;
}

function ChangeTag({ tag, onSaid, onDone }: ChangeTagProps) {
  const t = useT();
  const { editor } = useBoard();
  const [name, setName] = useState(tag.name);
  const [color, setColor] = useState(tag.color);
  const clean = cleanTagName(name);
  const finish = (count: number): void => {
    onSaid(t('tags.changed', { count }));
    onDone();
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (clean !== '') finish(changeTag(markPortsOf(editor), tag.name, { name: clean, color }));
  };
  // What a closed cluster or a deck hides is not taken: nobody would see what happens to it.
  const shown = tag.ids.filter((id) => !editor.board.isHidden(id));
  const show = (): void => {
    if (shown.length === 0) {
      onSaid(t('arrange.notice.hidden'));
      return;
    }
    editor.selection.set(shown);
    const box = union(shown.map((id) => editor.board.bounds(id)).filter((bounds) => bounds !== null));
    if (box) editor.camera.fit(box, 1);
    onSaid(t('tags.shown', { count: shown.length, name: tag.name }));
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <div className={styles.back}>
        <IconButton label={t('tags.back')} icon={<ArrowLeft {...ICON} />} placement="right" onPress={onDone} />
        <span className={styles.changing}>{t('tags.count', { count: tag.ids.length })}</span>
      </div>
      <TextField
        label={t('tags.name')}
        value={name}
        maxLength={LIMITS.tagChars}
        autoComplete="off"
        autoFocus
        onValue={setName}
      />
      <ColorChoice label={t('tags.color')} value={color} onValue={setColor} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {t('common.save')}
        </Button>
        <Button variant="danger" onClick={() => finish(deleteTag(markPortsOf(editor), tag.name))}>
          {t('tags.delete')}
        </Button>
      </div>
      <Button variant="quiet" icon={<ScanSearch {...ICON} />} onClick={show}>
        {t('tags.show', { count: shown.length || tag.ids.length })}
      </Button>
    </form>
  );
}
