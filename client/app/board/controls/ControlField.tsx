/**
 * One thing people choose about how an element looks. Open, its choices stand in the bar; closed, they open from a button that shows the one
 * in force. Where what is selected differs, none is.
 */
import { ChevronDown } from 'lucide-react';
import { Button, Group, Menu, MenuItem, MenuTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { NOTE_COLORS } from '../../../../shared/theme/tokens.ts';
import type { Control } from '../../../elements/ElementView.ts';
import { type MessageId, useT } from '../../../i18n/Messages.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import ui from '../../../ui/Menu.module.css';
import { CommandIcon } from '../icons.tsx';
import styles from './ControlField.module.css';
import { MIXED } from './controls.ts';

interface Option {
  readonly value: string | number | undefined;
  readonly label: MessageId;
  readonly icon?: string;
  readonly swatch?: string;
}

export interface ControlFieldProps {
  control: Control;
  /** `MIXED` where values differ. */
  value: unknown;
  onValue: (value: unknown) => void;
  isOpen: boolean;
  placement: 'top' | 'right';
  /** Of a colour: whether there may be none. */
  mayLack?: boolean;
}

/** An area goes without a tint; its button shows so. */
const NO_COLOR: Option = { value: undefined, label: 'board.colors.none', icon: 'ban' };

export function ControlField({ control, value, onValue, isOpen, placement, mayLack = false }: ControlFieldProps) {
  const t = useT();
  switch (control.type) {
    case 'toggle':
      return (
        <IconButton
          size="l"
          placement={placement}
          label={t(control.label)}
          icon={<CommandIcon name={control.icon} size={22} />}
          pressed={value === true}
          onPress={() => onValue(value === true ? undefined : true)}
        />
      );
    case 'color': {
      const options = NOTE_COLORS.map(
        (color): Option => ({ value: color, label: `editor.color.${color}`, swatch: `var(--note-${color})` }),
      );
      const all = mayLack ? [NO_COLOR, ...options] : options;
      return <Choice {...{ options: all, value, onValue, isOpen, placement }} label="board.colors" />;
    }
    case 'choice':
      return <Choice {...{ options: control.options, value, onValue, isOpen, placement }} label={control.label} />;
  }
}

interface ChoiceProps extends Omit<ControlFieldProps, 'control' | 'mayLack'> {
  label: MessageId;
  options: readonly Option[];
}

function Choice({ label, options, value, onValue, isOpen, placement }: ChoiceProps) {
  const t = useT();
  const chosen = value === MIXED ? undefined : options.find((option) => option.value === value);
  if (isOpen) {
    return (
      <Group className={styles.options ?? ''} aria-label={t(label)}>
        {options.map((option) => (
          <TooltipTrigger key={String(option.value)} delay={450}>
            <Button
              className={classNames(styles.option, option === chosen && styles.chosen)}
              aria-label={t(option.label)}
              aria-pressed={option === chosen}
              onPress={() => onValue(option.value)}
            >
              <Face option={option} />
            </Button>
            <Tooltip className={styles.tooltip ?? ''} offset={6} placement={placement}>
              {t(option.label)}
            </Tooltip>
          </TooltipTrigger>
        ))}
      </Group>
    );
  }
  // What has no such choice yet is not of several.
  const isTold = chosen !== undefined || value === MIXED;
  const name = isTold ? t('tools.value', { label: t(label), value: t(chosen?.label ?? 'tools.mixed') }) : t(label);
  return (
    <MenuTrigger>
      <TooltipTrigger delay={450}>
        <Button className={styles.closed ?? ''} aria-label={name}>
          {chosen ? <Face option={chosen} /> : <span className={styles.mixed} />}
          <ChevronDown size={14} strokeWidth={2} aria-hidden="true" />
        </Button>
        <Tooltip className={styles.tooltip ?? ''} offset={6} placement={placement}>
          {name}
        </Tooltip>
      </TooltipTrigger>
      <Popover
        aria-label={t(label)}
        className={ui.popover ?? ''}
        offset={8}
        placement={placement === 'right' ? 'right' : 'bottom'}
      >
        <Menu
          aria-label={t(label)}
          className={ui.menu ?? ''}
          selectionMode="single"
          selectedKeys={chosen ? [String(chosen.value)] : []}
          onAction={(key) => {
            const option = options.find((one) => String(one.value) === key);
            if (option) onValue(option.value);
          }}
        >
          {options.map((option) => (
            <MenuItem
              key={String(option.value)}
              id={String(option.value)}
              className={({ isSelected }) => classNames(ui.item, isSelected && styles.chosen)}
              textValue={t(option.label)}
            >
              <Face option={option} />
              <span className={ui.text}>{t(option.label)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Face({ option: { icon, swatch, label } }: { option: Option }) {
  const t = useT();
  if (swatch !== undefined) return <span data-color="" className={styles.swatch} style={{ background: swatch }} />;
  if (icon !== undefined) return <CommandIcon name={icon} size={22} />;
  return <span className={styles.word}>{t(label)}</span>;
}
