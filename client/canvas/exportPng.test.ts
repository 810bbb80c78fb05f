import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { fitsBrowser, largestPicture } from './exportPng.ts';

const withMemory = (deviceMemory?: number): void => {
  vi.stubGlobal('navigator', { ...(deviceMemory !== undefined && { deviceMemory }) });
};

afterEach(() => vi.unstubAllGlobals());

describe('exportPng', () => {
  it('makes large pictures itself only where the browser tells of memory to spare', () => {
    withMemory(8);
    // A thousand notes at two pixels a board unit.
    expect(fitsBrowser(14_240, 14_240)).toBe(true);
    withMemory(4);
    expect(fitsBrowser(14_240, 14_240)).toBe(false);
    withMemory();
    expect(fitsBrowser(14_240, 14_240)).toBe(false);
    expect(fitsBrowser(4000, 4000)).toBe(true);
  });

  it('never tries a picture longer than any canvas', () => {
    withMemory(8);
    expect(fitsBrowser(17_000, 100)).toBe(false);
  });

  it('offers what the server makes where the browser makes less', () => {
    withMemory();
    expect(largestPicture()).toBe(LIMITS.exportPixels);
  });
});
