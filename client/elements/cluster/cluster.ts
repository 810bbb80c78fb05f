/** The cluster on the screen: taken hold of anywhere beside its notes, its name typed in the header, opened and closed by the arrow there. */
import { isOnArrow, cluster as kind, NAME_STYLE, nameBox, nameOf } from '../../../shared/elements/cluster/cluster.ts';
import { CLUSTER } from '../../../shared/elements/cluster/layOutCluster.ts';
import type { ClusterProps } from '../../../shared/elements/cluster/props.ts';
import type { ElementView } from '../ElementView.ts';

export const cluster: ElementView<ClusterProps> = {
  label: 'editor.kind.cluster',
  counted: 'editor.counted.cluster',
  icon: 'boxes',
  raster: 'vector',
  resize: 'width',
  discardEmpty: 'never',
  isMultiline: false,
  isMute: ({ props }) => props.silent === true,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  isTitle: (_element, { y }) => y <= CLUSTER.header,
  controls: [
    { type: 'color', prop: 'color' },
    {
      type: 'choice',
      prop: 'layout',
      label: 'cluster.layout',
      options: [
        { value: 'grid', label: 'cluster.layout.grid', icon: 'layout-grid' },
        { value: 'column', label: 'cluster.layout.column', icon: 'rows-3' },
        { value: 'pile', label: 'cluster.layout.pile', icon: 'layers' },
      ],
    },
    { type: 'toggle', prop: 'collapsed', label: 'cluster.collapsed', icon: 'fold-vertical' },
  ],
  activate: ({ props }, point) =>
    isOnArrow(point) ? { type: 'props', props: { collapsed: props.collapsed ? undefined : true } } : null,
  caption(element) {
    const text = nameOf(element);
    return text === '' ? null : { text, size: NAME_STYLE.max, weight: NAME_STYLE.weight };
  },
  field(element, theme) {
    if (element.props.silent) return null;
    return {
      box: nameBox(element.size),
      size: NAME_STYLE.max,
      weight: NAME_STYLE.weight,
      lineHeight: NAME_STYLE.lineHeight,
      align: 'left',
      color: theme.ink,
      top: (CLUSTER.header - NAME_STYLE.max * NAME_STYLE.lineHeight) / 2,
    };
  },
};
