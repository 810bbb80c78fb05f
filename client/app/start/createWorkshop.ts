/** Makes a wall and lets its maker in: creates, joins with the « Animer » secret, and keeps the way back on this device, where the wall then says to keep the link. */
import type { SubjectFields } from '../../../shared/control/Control.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Credentials } from '../../sync/credentials.ts';
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';
import type { Api, ApiProblem } from '../api.ts';
import { remindToKeep } from '../board/dialogs/keepLink.ts';

export interface Workshop {
  readonly template: string;
  readonly title: string;
  /** How the others will see the maker; may be empty. */
  readonly name: string;
  readonly fields: Readonly<Record<keyof SubjectFields, string>>;
}

export async function createWorkshop(
  {
    api,
    credentials,
    storage,
  }: { readonly api: Api; readonly credentials: Credentials; readonly storage: DeviceStorage },
  { template, title, name, fields }: Workshop,
): Promise<Result<string, ApiProblem>> {
  const filled = Object.entries(fields).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]]));
  const created = await api.createBoard({
    template,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    fields: Object.fromEntries(filled),
    ...(title.trim() !== '' && { title: title.trim() }),
  });
  if (!created.ok) return created;
  const board = created.value;
  const secret = board.secrets.facilitate;
  const who = name.trim();
  const joined = await api.join(board.id, { secret, presence: 'room', ...(who !== '' && { name: who }) });
  if (!joined.ok) return joined;
  credentials.save(board.id, {
    participant: joined.value.participant,
    role: joined.value.role,
    secret,
    facilitateSecret: secret,
    title: board.title,
    name: who,
    presence: 'room',
    openedAt: Date.now(),
  });
  remindToKeep(storage, board.id);
  return ok(board.id);
}
