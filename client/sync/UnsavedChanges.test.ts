import { describe, expect, it } from 'vitest';
import { UnsavedChanges } from './UnsavedChanges.ts';

/** A connection that has just exchanged its first step 2, with nothing to say. */
function connected(): UnsavedChanges {
  const unsaved = new UnsavedChanges();
  unsaved.connectionOpened();
  unsaved.stepTwoSent();
  unsaved.savedUpTo(1);
  return unsaved;
}

describe('UnsavedChanges', () => {
  it('counts a change until the frame that carried it is saved', () => {
    const unsaved = connected();
    unsaved.changeMade();
    unsaved.updateSent();
    expect(unsaved.count).toBe(1);
    unsaved.savedUpTo(1);
    expect(unsaved.count).toBe(1);
    unsaved.savedUpTo(2);
    expect(unsaved.count).toBe(0);
  });

  it('keeps counting what was made after the saved frame', () => {
    const unsaved = connected();
    for (let i = 0; i < 3; i++) {
      unsaved.changeMade();
      unsaved.updateSent();
    }
    unsaved.savedUpTo(3);
    expect(unsaved.count).toBe(1);
  });

  it('carries changes made offline with the step 2 of the next connection', () => {
    const unsaved = connected();
    unsaved.changeMade();
    unsaved.changeMade();
    unsaved.connectionOpened();
    unsaved.stepTwoSent();
    expect(unsaved.count).toBe(2);
    unsaved.savedUpTo(1);
    expect(unsaved.count).toBe(0);
  });

  it('does not take an update sent before step 2 for the changes made offline', () => {
    const unsaved = connected();
    unsaved.changeMade();
    unsaved.connectionOpened();
    unsaved.changeMade();
    unsaved.updateSent();
    unsaved.stepTwoSent();
    unsaved.savedUpTo(1);
    expect(unsaved.count).toBe(1);
    unsaved.savedUpTo(2);
    expect(unsaved.count).toBe(0);
  });

  it('forgets no change that was sent but not acknowledged when the connection is lost', () => {
    const unsaved = connected();
    unsaved.changeMade();
    unsaved.updateSent();
    unsaved.connectionOpened();
    expect(unsaved.count).toBe(1);
    unsaved.stepTwoSent();
    unsaved.savedUpTo(1);
    expect(unsaved.count).toBe(0);
  });

  it('ignores an acknowledgement older than the last one', () => {
    const unsaved = connected();
    unsaved.changeMade();
    unsaved.updateSent();
    unsaved.savedUpTo(2);
    unsaved.changeMade();
    unsaved.updateSent();
    unsaved.savedUpTo(1);
    expect(unsaved.count).toBe(1);
  });

  it('counts a stretch of typing in one element as one modification', () => {
    const unsaved = connected();
    for (const gesture of ['note-a', 'note-a', 'note-a', 'note-b', null, null]) {
      unsaved.changeMade();
      unsaved.describe(gesture, gesture ? [gesture] : ['moved']);
    }
    expect(unsaved.count).toBe(4);
    expect(unsaved.elements()).toEqual(['note-a', 'note-b', 'moved']);
  });
});
