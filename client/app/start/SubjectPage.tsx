/** One short page before the wall: what the workshop is about. Everything can be left empty. */
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { SubjectFields } from '../../../shared/control/Control.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { findTemplate } from '../../../shared/templates/library.ts';
import type { Template } from '../../../shared/templates/Template.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Steps } from '../../session/agenda/Steps.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../AppContext.tsx';
import { Link } from '../Link.tsx';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { problemText } from '../problemText.ts';
import { SiteHeader } from '../SiteHeader.tsx';
import { createWorkshop } from './createWorkshop.ts';
import styles from './SubjectPage.module.css';
import { TemplateFacts } from './TemplateCard.tsx';
import { TemplatePicture } from './TemplatePicture.tsx';

export function SubjectPage({ templateId }: { templateId: string }) {
  const template = findTemplate(templateId);
  return template ? <Subject template={template} /> : <NotFoundPage />;
}

function Subject({ template }: { template: Template }) {
  const t = useT();
  const locale = useLocale();
  const app = useApp();
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const [fields, setFields] = useState<Readonly<Record<keyof SubjectFields, string>>>({
    question: '',
    sponsor: '',
    facilitation: '',
    date: '',
    time: '',
    place: '',
    visio: '',
  });
  const [state, setState] = useState<{ readonly pending: boolean; readonly problem: string | null }>({
    pending: false,
    problem: null,
  });
  useEffect(() => {
    document.title = `${template.title[locale]} · Pêle-mêle`;
  }, [template, locale]);

  const field = (key: keyof SubjectFields) => ({
    value: fields[key],
    onValue: (value: string) => setFields((all) => ({ ...all, [key]: value })),
    maxLength: LIMITS.fieldChars,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState({ pending: true, problem: null });
    const created = await createWorkshop(app, { template: template.id, title, name, fields });
    if (created.ok) app.router.go({ name: 'board', id: created.value, secret: null });
    else setState({ pending: false, problem: problemText(t, created.reason, 'subject.failed') });
  };

  return (
    <div>
      <SiteHeader />
      <main className={styles.main}>
        <form className={styles.form} onSubmit={submit}>
          <div>
            <Link to={{ name: 'start' }} className={styles.back}>
              <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
              {t('subject.back')}
            </Link>
            <h1 className={styles.title}>{t('subject.title')}</h1>
            <p className={styles.lead}>{t('subject.lead')}</p>
          </div>
          <TextField
            label={t('subject.question')}
            description={t('subject.question.help')}
            placeholder={template.example?.[locale] ?? t('subject.question.example')}
            rows={3}
            {...field('question')}
          />
          <TextField
            label={t('subject.name')}
            placeholder={template.title[locale]}
            maxLength={LIMITS.titleChars}
            value={title}
            onValue={setTitle}
          />
          <div className={styles.pair}>
            <TextField label={t('subject.sponsor')} {...field('sponsor')} />
            <TextField label={t('subject.facilitation')} {...field('facilitation')} />
          </div>
          <div className={styles.triple}>
            <TextField label={t('subject.date')} type="date" {...field('date')} />
            <TextField label={t('subject.time')} type="time" {...field('time')} />
            <TextField label={t('subject.place')} className={styles.place} {...field('place')} />
          </div>
          <TextField label={t('subject.visio')} type="text" inputMode="url" spellCheck={false} {...field('visio')} />
          <TextField
            label={t('subject.me')}
            description={t('subject.me.help')}
            autoComplete="name"
            maxLength={LIMITS.nameChars}
            value={name}
            onValue={setName}
          />
          <div className={styles.submit}>
            {state.problem !== null && (
              <p role="alert" className={styles.problem}>
                {state.problem}
              </p>
            )}
            <Button type="submit" variant="primary" size="l" pending={state.pending}>
              {t(state.pending ? 'subject.creating' : 'subject.create')}
            </Button>
          </div>
        </form>
        <aside className={styles.template} aria-label={template.title[locale]}>
          <TemplatePicture template={template} className={styles.picture} />
          <h2 className={styles.templateTitle}>{template.title[locale]}</h2>
          <p>{template.purpose[locale]}</p>
          <TemplateFacts template={template} className={styles.facts} />
          {(['prepare', 'deliverable'] as const).map((key) => {
            const text = template[key];
            return (
              text && (
                <p key={key}>
                  <strong className={styles.factTitle}>{t(`template.${key}`)}</strong>
                  {text[locale]}
                </p>
              )
            );
          })}
          {template.steps.length > 0 && <Steps steps={template.steps} locale={locale} compact />}
        </aside>
      </main>
    </div>
  );
}
