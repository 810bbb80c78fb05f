/** Reading what this device keeps, with distrust: an older program, or another, may have written it. Hand-written: each page pays for it. */

/** Whether a value is what should stand there. `undefined` reaches the check of a key that is absent. */
export type Check = (value: unknown) => boolean;

export const isString: Check = (value) => typeof value === 'string';
export const isNumber: Check = Number.isFinite;

/** What stands under the keys of `checks`, or `null` where a check refuses it. Keys that a later program may have added are left out. */
export function readKept<T extends object>(value: unknown, checks: { readonly [K in keyof T]-?: Check }): T | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const read: Record<string, unknown> = {};
  for (const [key, check] of Object.entries<Check>(checks)) {
    const found = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (!check(found)) return null;
    if (found !== undefined) read[key] = found;
  }
  return read as T;
}
