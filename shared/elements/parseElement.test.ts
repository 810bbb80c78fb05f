import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_KEYS } from './ElementKind.ts';
import { parseElement, readElement } from './parseElement.ts';
import { KINDS } from './registry.ts';

const NOTE = { kind: 'note', place: [null, 10, 20], size: [200, 200], z: 'a0', text: 'Les transports', color: 'blue' };

const read = (patch: Record<string, unknown>): string => {
  const result = readElement('n1', { ...NOTE, ...patch });
  return result.ok ? 'ok' : result.reason;
};

describe('readElement', () => {
  it('accepts a note from outside as the contract writes it', () => {
    expect(readElement('n1', NOTE)).toMatchObject({
      ok: true,
      value: { kind: 'note', v: 1, props: { color: 'blue' } },
    });
    expect(read({ color: undefined })).toBe('ok');
  });

  it.each([
    [{ kind: 'hologram' }, 'kind'],
    [{ kind: '__proto__' }, 'kind'],
    [{ v: 2 }, 'v'],
    [{ place: [null, Number.NaN, 0] }, 'place'],
    [{ place: [null, 1e7, 0] }, 'place'],
    [{ place: ['../x', 0, 0] }, 'place'],
    [{ size: [10, 200] }, 'size'],
    [{ size: [200, Number.POSITIVE_INFINITY] }, 'size'],
    [{ z: '' }, 'z'],
    [{ z: 'a'.repeat(65) }, 'z'],
    [{ by: 'a b' }, 'by'],
    [{ lock: 'yes' }, 'lock'],
    [{ text: 'x'.repeat(10_001) }, 'text'],
    [{ role: 'facilitator' }, 'key role'],
    [{ __proto__x: 1 }, 'key __proto__x'],
  ])('refuses %o because of %s', (patch, reason) => {
    expect(read(patch)).toBe(reason);
  });

  it('never throws, whatever stands there, and always has an element to show', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom(...COMMON_KEYS, 'color', '__proto__'), maxDepth: 3 }), (raw) => {
        const element = parseElement('n1', raw);
        expect(Number.isFinite(element.place[1] + element.place[2] + element.size[0] + element.size[1])).toBe(true);
      }),
    );
  });
});

describe('the registry', () => {
  it('has no kind with a prop named like a common key', () => {
    for (const kind of Object.values(KINDS)) {
      expect(
        (kind.propKeys as readonly string[]).filter((key) => (COMMON_KEYS as readonly string[]).includes(key)),
      ).toEqual([]);
    }
  });
});
