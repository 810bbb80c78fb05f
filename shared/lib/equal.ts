/** Equality by value of JSON-like values (numbers by `Object.is`, key order ignored), and of maps by key and sets by member. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keysA = Object.keys(a);
  if (keysA.length !== Object.keys(b).length) return false;
  // Without keys of their own, all maps would be one.
  if (keysA.length === 0 && (isCollection(a) || isCollection(b))) return isCollection(a) && isSameCollection(a, b);
  return keysA.every(
    (key) => Object.hasOwn(b, key) && isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

type Collection = ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>;

const isCollection = (value: object): value is Collection => value instanceof Map || value instanceof Set;

function isSameCollection(a: Collection, b: object): boolean {
  if (a instanceof Map)
    return (
      b instanceof Map && a.size === b.size && [...a].every(([key, value]) => b.has(key) && isEqual(value, b.get(key)))
    );
  return b instanceof Set && a.size === b.size && [...a.keys()].every((key) => b.has(key));
}
