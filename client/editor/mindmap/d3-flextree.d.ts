/** What we use of d3-flextree, which ships no types. */
declare module 'd3-flextree' {
  interface FlexNode<D> {
    readonly data: D;
    /** Across the direction of growth: the middle of the node. */
    readonly x: number;
    /** Along it: where the node begins. */
    readonly y: number;
    each(visit: (node: FlexNode<D>) => void): void;
  }
  interface FlexLayout<D> {
    (tree: FlexNode<D>): FlexNode<D>;
    hierarchy(root: D, children: (data: D) => readonly D[]): FlexNode<D>;
  }
  export function flextree<D>(options: {
    /** Breadth, then length along the direction of growth. */
    nodeSize: (node: FlexNode<D>) => readonly [number, number];
    spacing: number | ((a: FlexNode<D>, b: FlexNode<D>) => number);
  }): FlexLayout<D>;
}
