/** Hands the sitting of a board to the browser's downloads, as a calendar file. */
import { downloadBlob } from './board/dialogs/downloadBlob.ts';
import { fileName } from './board/dialogs/fileName.ts';
import { calendarFile, type Sitting } from './calendar.ts';

/** `template`: `id@version`, whose first sitting says how long the event lasts. Returns the file's name; `null` where there is no date. */
export async function downloadSitting({
  template,
  ...sitting
}: Omit<Sitting, 'minutes'> & { readonly template: string }): Promise<string | null> {
  const file = calendarFile({ ...sitting, minutes: await plannedMinutes(template) }, Date.now());
  if (file === null) return null;
  const name = fileName('ics', sitting.title);
  downloadBlob(new Blob([file], { type: 'text/calendar;charset=utf-8' }), name);
  return name;
}

/** The library is fetched for it: nobody waits for it on the way to a wall. Without a network, nobody knows how long it takes. */
async function plannedMinutes(name: string): Promise<number | null> {
  try {
    const [{ templateOf }, { partsOf }] = await Promise.all([
      import('../../shared/templates/library.ts'),
      import('../../shared/templates/Template.ts'),
    ]);
    const template = templateOf(name);
    return template ? (partsOf(template)[0]?.minutes ?? template.minutes) : null;
  } catch {
    return null;
  }
}
