/** The rings or the sectors of a radar as a list: named, put in order, added, taken away. Each is a key of its own: two people never undo each other. */
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import { memberAt } from '../../../shared/board/familyOrder.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import { membersOf, RADAR_LIMITS, type RadarFamily, type RadarProps } from '../../../shared/elements/radar/props.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { focusBeside } from '../../ui/focusBeside.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard } from '../BoardContext.tsx';
import { LineField } from './LineField.tsx';
import styles from './Placing.module.css';

export interface MembersProps {
  radar: Element<RadarProps>;
  family: RadarFamily;
  isFixed: boolean;
}

export function Members({ radar, family, isFixed }: MembersProps) {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  // With those that are beyond the limit: here alone they can be seen, put among the others or taken away.
  const members = membersOf(radar.props, family);
  const title = t(family === 'ring' ? 'radar.rings' : 'radar.sectors');
  const limit = family === 'ring' ? RADAR_LIMITS.rings : RADAR_LIMITS.sectors;
  const nameOf = (n: number): string => members[n]?.name || t(`radar.unnamed.${family}`, { number: n + 1 });
  const write = (id: string, value: { readonly name: string; readonly z: string } | undefined): boolean =>
    editor.writes.style([radar.id], { [memberKey(family, id)]: value }).length > 0;
  const add = (): void => {
    editor.writes.style([radar.id], memberAt(family, members, members.length, createId(), { name: '' }));
  };
  const remove = (n: number, button: Parameters<typeof focusBeside>[0]): void => {
    const member = members[n];
    const focus = focusBeside(button);
    // The step in force may refuse it: then that is said, and nothing else.
    if (!member || !write(member.id, undefined)) return;
    focus();
    toast({ text: t('radar.say.removed', { name: nameOf(n) }) });
  };
  const move = (n: number, by: 1 | -1): void => {
    const member = members[n];
    const rest = members.filter((_, at) => at !== n);
    if (member) editor.writes.style([radar.id], memberAt(family, rest, n + by, member.id, { name: member.name }));
  };
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <ol className={styles.members}>
        {members.map(({ id, name, z }, n) => (
          <li key={id} className={classNames(styles.member, n >= limit && styles.memberBeyond)}>
            <LineField
              className={styles.memberName}
              label={t(`radar.unnamed.${family}`, { number: n + 1 })}
              value={name}
              disabled={isFixed}
              onCommit={(next) => write(id, { name: next, z })}
            />
            {!isFixed && (
              <span className={styles.memberTools}>
                <IconButton
                  label={t('radar.up', { name: nameOf(n) })}
                  icon={<ChevronUp size={18} strokeWidth={1.75} />}
                  resting={n === 0}
                  onPress={() => move(n, -1)}
                />
                <IconButton
                  label={t('radar.down', { name: nameOf(n) })}
                  icon={<ChevronDown size={18} strokeWidth={1.75} />}
                  resting={n === members.length - 1}
                  onPress={() => move(n, 1)}
                />
                <IconButton
                  label={t('radar.remove', { name: nameOf(n) })}
                  icon={<Trash2 size={18} strokeWidth={1.75} />}
                  placement="left"
                  onPress={({ target }) => remove(n, target)}
                />
              </span>
            )}
            {n >= limit && <p className={styles.note}>{t('radar.beyond', { limit })}</p>}
          </li>
        ))}
      </ol>
      {!isFixed &&
        (members.length < limit ? (
          <Button icon={<Plus size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={add}>
            {t(family === 'ring' ? 'radar.addRing' : 'radar.addSector')}
          </Button>
        ) : (
          <p className={styles.note}>{t('radar.full', { limit })}</p>
        ))}
    </section>
  );
}
