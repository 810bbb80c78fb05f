/** One of the three links: what it allows, the address to copy, and for facilitators how to renew or keep it. */
import { Eye, KeyRound, type LucideIcon, PencilLine, QrCode as QrIcon, Star } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { KeepDialog } from './KeepDialog.tsx';
import type { LinkName } from './links.ts';
import { RenewLink } from './RenewLink.tsx';
import styles from './ShareDialog.module.css';

const ICONS: Readonly<Record<LinkName, LucideIcon>> = { facilitate: Star, participate: PencilLine, watch: Eye };

export interface LinkCardProps {
  name: LinkName;
  /** `undefined`: it cannot be shown here. */
  url: string | undefined;
  /** Its code is the one in sight. */
  selected: boolean;
  renewable: boolean;
  onShow: () => void;
  onRenewed: () => void;
}

export function LinkCard({ name, url, selected, renewable, onShow, onRenewed }: LinkCardProps) {
  const t = useT();
  const [keeping, setKeeping] = useState(false);
  const Icon = ICONS[name];
  const link = t(`share.${name}`);
  return (
    <section className={classNames(styles.link, selected && url !== undefined && styles.selected)}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
          {link}
        </h3>
        {url !== undefined && (
          <Button
            variant="quiet"
            icon={<QrIcon size={18} strokeWidth={1.75} aria-hidden="true" />}
            aria-pressed={selected}
            aria-label={t('share.qr', { link })}
            className={styles.show}
            onClick={onShow}
          >
            {t('share.showQr')}
          </Button>
        )}
      </div>
      <p className={styles.allows}>{t(`share.${name}.allows`)}</p>
      {url === undefined ? (
        <p className={styles.missing}>{t(name === 'facilitate' ? 'share.facilitate.elsewhere' : 'share.gone')}</p>
      ) : (
        <CopyField
          label={t('share.linkLabel', { link })}
          value={url}
          copyLabel={t('common.copy')}
          copiedLabel={t('common.copied')}
        />
      )}
      {renewable && (
        <div className={styles.actions}>
          {name === 'facilitate' && url !== undefined && (
            <Button
              variant="quiet"
              icon={<KeyRound size={16} strokeWidth={1.75} aria-hidden="true" />}
              className={styles.renew}
              onClick={() => setKeeping(true)}
            >
              {t('share.keep')}
            </Button>
          )}
          <RenewLink name={name} url={url} onRenewed={onRenewed} />
        </div>
      )}
      {keeping && <KeepDialog onClose={() => setKeeping(false)} />}
    </section>
  );
}
