import { describe, expect, it } from 'vitest';
import { saveStatus, saveTone } from './saveStatus.ts';
import { INITIAL_SESSION_STATE, type SessionState } from './SessionState.ts';

const online: SessionState = { ...INITIAL_SESSION_STATE, status: 'online', loaded: true };

describe('saveStatus', () => {
  it('says saved only when online with nothing waiting', () => {
    expect(saveStatus(online, true)).toEqual({ id: 'saved' });
    expect(saveStatus({ ...online, unsaved: 1 }, true)).toEqual({ id: 'saving' });
    expect(saveStatus({ ...online, status: 'offline' }, true)).toEqual({ id: 'offline' });
    expect(saveStatus(INITIAL_SESSION_STATE, true)).toEqual({ id: 'connecting' });
  });

  it('counts what waits while the connection is lost', () => {
    expect(saveStatus({ ...online, status: 'offline', unsaved: 3 }, true)).toEqual({ id: 'offlineUnsaved', count: 3 });
  });

  it('says that saving is paused rather than under way when the disk takes nothing', () => {
    expect(saveStatus({ ...online, unsaved: 2, storagePaused: true }, true)).toEqual({ id: 'paused' });
  });

  it('never speaks of saving to those who only watch', () => {
    expect(saveStatus({ ...online, unsaved: 1 }, false)).toEqual({ id: 'live' });
    expect(saveStatus({ ...online, status: 'offline' }, false)).toEqual({ id: 'liveOffline' });
  });

  it('warns of all that is not under control', () => {
    expect(saveTone({ id: 'saved' })).toBe('calm');
    expect(saveTone({ id: 'saving' })).toBe('busy');
    expect(saveTone({ id: 'paused' })).toBe('warning');
    expect(saveTone({ id: 'offlineUnsaved', count: 1 })).toBe('warning');
  });
});
