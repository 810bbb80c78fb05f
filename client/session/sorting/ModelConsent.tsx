/** Says where the notes are read: on this device; or, where the instance has a model and people agree, what is sent where. */
import { useT } from '../../i18n/Messages.tsx';
import styles from './Sorting.module.css';
import type { ModelState } from './useModel.ts';

export function ModelConsent({ model: { model, isAgreed, agree } }: { model: ModelState }) {
  const t = useT();
  return (
    <>
      {!isAgreed && <p className={styles.quiet}>{t('sorting.onDevice')}</p>}
      {model && (
        <>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={isAgreed}
              aria-describedby="sorting-consent"
              onChange={(event) => agree(event.currentTarget.checked)}
            />
            <span>{t('sorting.model.use')}</span>
          </label>
          <p id="sorting-consent" className={styles.quiet}>
            {t('sorting.model.consent', { host: model.host, model: model.model })}
          </p>
        </>
      )}
    </>
  );
}
