/** The order in which a tree is read everywhere: whatever the branches are made of. */
import type { ElementId } from '../elements/ElementKind.ts';

/** All that hangs on something, at any depth, each after what it hangs on; not itself. A tree of any depth costs no stack. */
export function descendants<Root>(root: Root, children: (of: Root | ElementId) => readonly ElementId[]): ElementId[] {
  const found: ElementId[] = [];
  const stack = [...children(root)].reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    found.push(at);
    const below = children(at);
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as ElementId);
  }
  return found;
}
