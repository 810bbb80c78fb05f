/** The worker that sorts: takes jobs off the page's thread, one after the other, and tells how far it is. Ended by the page to cancel. */
import { type Asked, createSorter, type Told } from './jobs.ts';

/** No more often than a screen is drawn a few times. */
const TELL_MS = 80;

function serve(scope: Pick<Worker, 'addEventListener' | 'postMessage'>): void {
  const sort = createSorter();
  const tell = (told: Told): void => scope.postMessage(told);
  scope.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    const { id, kind, job } = data;
    let last = performance.now();
    try {
      const answer = sort(kind, job, (progress) => {
        const now = performance.now();
        if (now - last < TELL_MS) return;
        last = now;
        tell({ id, progress });
      });
      tell({ id, answer });
    } catch {
      // The page says so; what was asked is still there to be asked again.
      tell({ id, failed: true });
    }
  });
}

serve(self as unknown as Worker);
