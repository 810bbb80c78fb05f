/** What a zone or a cell takes in: a colour, a tag, or both. */
import { Palette, Tag } from 'lucide-react';
import type { Takes } from '../../../shared/elements/takes.ts';
import { NOTE_COLORS } from '../../../shared/theme/tokens.ts';
import { useT } from '../../i18n/Messages.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

interface TakesFieldsProps {
  /** Of the zone or the cell. */
  name: string;
  takes: Takes;
  /** The tags there are. */
  tags: readonly string[];
  onTakes: (takes: Takes) => void;
}

export function TakesFields({ name, takes: { color, tag }, tags, onTakes }: TakesFieldsProps) {
  const t = useT();
  const known = tag !== undefined && !tags.includes(tag) ? [...tags, tag] : tags;
  const change = (next: { color: Takes['color'] | undefined; tag: string | undefined }): void =>
    onTakes({ ...(next.color && { color: next.color }), ...(next.tag && { tag: next.tag }) });
  return (
    <>
      <SelectField
        framed
        label={t('sorting.zones.color', { name })}
        icon={<Palette size={18} strokeWidth={1.75} aria-hidden="true" />}
        value={color ?? ''}
        onValue={(value) => change({ color: value === '' ? undefined : value, tag })}
        options={[
          { value: '' as const, label: t('sorting.zones.anyColor') },
          ...NOTE_COLORS.map((value) => ({ value, label: t(`editor.color.${value}`) })),
        ]}
      />
      {known.length > 0 && (
        <SelectField
          framed
          label={t('sorting.zones.tag', { name })}
          icon={<Tag size={18} strokeWidth={1.75} aria-hidden="true" />}
          value={tag ?? ''}
          onValue={(value) => change({ color, tag: value })}
          options={[
            { value: '', label: t('sorting.zones.anyTag') },
            ...known.map((value) => ({ value, label: value })),
          ]}
        />
      )}
    </>
  );
}
