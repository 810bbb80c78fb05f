/** Hands the sitting of a board to the browser's downloads, as a calendar file. */
import { findTemplate } from '../../shared/templates/library.ts';
import { downloadBlob } from './board/dialogs/downloadBlob.ts';
import { fileName } from './board/dialogs/fileName.ts';
import { calendarFile, type Sitting } from './calendar.ts';

/** `template`: `id@version`, whose planned length is that of the event. Returns the file's name; `null` where there is no date. */
export function downloadSitting({
  template,
  ...sitting
}: Omit<Sitting, 'minutes'> & { readonly template: string }): string | null {
  const minutes = findTemplate(template.split('@')[0] ?? '')?.minutes ?? null;
  const file = calendarFile({ ...sitting, minutes }, Date.now());
  if (file === null) return null;
  const name = fileName('ics', sitting.title);
  downloadBlob(new Blob([file], { type: 'text/calendar;charset=utf-8' }), name);
  return name;
}
