import { describe, expect, it } from 'vitest';
import { PalmGuard } from './PalmGuard.ts';

const TIP = { width: 24, height: 28 };

describe('PalmGuard', () => {
  it('takes fingers for fingers where there is no pen', () => {
    expect(new PalmGuard().judge(TIP, 0)).toBe('finger');
  });

  it('takes no notice of a contact as wide as a palm', () => {
    expect(new PalmGuard().judge({ width: 40, height: 90 }, 0)).toBe('palm');
  });

  it('takes no notice of any touch while a pen is down', () => {
    const guard = new PalmGuard();
    guard.penIsDown(7, 100);
    expect(guard.judge(TIP, 90_000)).toBe('palm');
    guard.penIsUp(7, 91_000);
    expect(guard.judge(TIP, 91_100)).toBe('guarded');
  });

  it('forgets a pen that was lifted without a word as soon as one comes down again', () => {
    const guard = new PalmGuard();
    guard.penIsDown(7, 100);
    guard.penIsDown(8, 200);
    guard.penIsUp(8, 300);
    expect(guard.judge(TIP, 90_000)).toBe('finger');
  });

  it('forgets the pen when everything is given up', () => {
    const guard = new PalmGuard();
    guard.penIsDown(7, 100);
    guard.forget();
    expect([guard.judge(TIP, 1_000), guard.judge(TIP, 90_000)]).toEqual(['guarded', 'finger']);
  });

  it('lets touches only move the view for a while after the pen was near', () => {
    const guard = new PalmGuard();
    guard.penIsNear(1_000);
    expect([guard.judge(TIP, 1_500), guard.judge(TIP, 3_499), guard.judge(TIP, 3_500)]).toEqual([
      'guarded',
      'guarded',
      'finger',
    ]);
  });
});
