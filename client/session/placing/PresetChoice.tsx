/**
 * A template for what an area is made of: chosen in a list, applied by a button. By the list alone each arrow key on it, closed, would put
 * another template in the place of what people have named.
 */
import { useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Pick } from './LineField.tsx';
import styles from './Placing.module.css';

export interface PresetChoiceProps<P extends { readonly id: string }> {
  presets: readonly P[];
  nameOf: (preset: P) => string;
  onApply: (preset: P) => void;
  isFixed: boolean;
}

export function PresetChoice<P extends { readonly id: string }>({
  presets,
  nameOf,
  onApply,
  isFixed,
}: PresetChoiceProps<P>) {
  const t = useT();
  const [chosen, setChosen] = useState(presets[0]?.id ?? '');
  const preset = presets.find(({ id }) => id === chosen);
  return (
    <>
      <Pick
        label={t('placing.preset')}
        options={presets.map((one) => ({ value: one.id, label: nameOf(one) }))}
        value={chosen}
        onValue={setChosen}
        disabled={isFixed}
      />
      <p className={styles.note}>{t('placing.preset.help')}</p>
      <Button disabled={isFixed} onClick={() => preset && onApply(preset)}>
        {t('placing.preset.apply')}
      </Button>
    </>
  );
}
