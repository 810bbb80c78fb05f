import { expect, it } from 'vitest';
import { createLogger } from '../../observability/logger.ts';
import { MemoryStorage } from '../../storage/memory/MemoryStorage.ts';
import { PrivateDocs } from './PrivateDocs.ts';

it('makes no second document of one that is on the disk and was not read: its log would be begun anew', async () => {
  const storage = new MemoryStorage();
  storage.listDocs = async () => ['board', 'private/ana'];
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const docs = new PrivateDocs({ board: 'marche', storage, log, epoch: () => 0, onReady: () => undefined });
  await docs.open();
  expect(docs.get('ana')).toBeNull();
  expect(docs.get('bruno')?.owner).toBe('bruno');
  expect(lines.join()).toContain('before it was read');
  expect(lines.join()).not.toContain('ana');
});
