import { describe, expect, it } from 'vitest';
import { INITIAL_SESSION_STATE, type SessionState } from './SessionState.ts';
import { saveStatus, saveTone } from './saveStatus.ts';

const online: SessionState = { ...INITIAL_SESSION_STATE, status: 'online', loaded: true };

describe('saveStatus', () => {
  it('says saved only when online with nothing waiting', () => {
    expect(saveStatus(online, true)).toEqual({ id: 'saved' });
    expect(saveStatus({ ...online, unsaved: 1 }, true)).toEqual({ id: 'saving' });
    expect(saveStatus({ ...online, status: 'offline' }, true)).toEqual({ id: 'offline' });
    expect(saveStatus(INITIAL_SESSION_STATE, true)).toEqual({ id: 'connecting' });
  });

  it('counts what waits while the connection is lost', () => {
    const offline: SessionState = { ...online, status: 'offline', unsaved: 3, device: 'kept' };
    expect(saveStatus(offline, true)).toEqual({ id: 'offlineUnsaved', count: 3 });
    expect(saveStatus({ ...offline, device: 'damaged' }, true)).toEqual({ id: 'offlineUnsaved', count: 3 });
  });

  it('says that nothing outlives the page where the device keeps nothing', () => {
    for (const device of ['off', 'full', 'lost'] as const) {
      const offline: SessionState = { ...online, status: 'offline', unsaved: 1, device };
      expect(saveStatus(offline, true)).toEqual({ id: 'offlineUnkept', count: 1 });
    }
  });

  it('is connecting, not offline, while a board shown from this device looks for its server', () => {
    expect(saveStatus({ ...online, status: 'connecting', unsaved: 2 }, true)).toEqual({ id: 'connecting' });
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
