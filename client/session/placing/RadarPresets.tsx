/** What a radar may begin with, and whether its sectors are roles. */
import type { Element, Props } from '../../../shared/elements/ElementKind.ts';
import { familyOf } from '../../../shared/elements/families.ts';
import { propsOfPreset, RADAR_PRESETS, type RadarPreset } from '../../../shared/elements/radar/presets.ts';
import { RADAR_FAMILIES, type RadarProps } from '../../../shared/elements/radar/props.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import { Check } from './LineField.tsx';
import styles from './Placing.module.css';
import { PresetChoice } from './PresetChoice.tsx';

export function RadarPresets({ radar, isFixed }: { radar: Element<RadarProps>; isFixed: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const apply = (preset: RadarPreset): void => {
    // What was there goes, in the same step of undo.
    const families = { families: RADAR_FAMILIES };
    const gone = Object.keys(radar.props).filter((key) => familyOf(families, key) !== null);
    const props: Props = {
      roles: undefined,
      ...Object.fromEntries(gone.map((key) => [key, undefined])),
      ...propsOfPreset(preset, locale),
    };
    editor.writes.style([radar.id], props);
  };
  return (
    <section className={styles.section} aria-label={t('placing.preset')}>
      <p className={styles.note}>{t('radar.remove.help')}</p>
      <Check
        label={t('radar.roles')}
        checked={radar.props.roles === true}
        disabled={isFixed}
        onValue={(roles) => editor.writes.style([radar.id], { roles: roles || undefined })}
      />
      {!isFixed && (
        <PresetChoice
          presets={RADAR_PRESETS}
          nameOf={({ words }) => words[locale].name}
          onApply={apply}
          isFixed={isFixed}
        />
      )}
    </section>
  );
}
