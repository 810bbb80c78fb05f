/** English texts of clusters. */
import type { ClusterMessageId } from '../fr/cluster.ts';

export const cluster: Record<ClusterMessageId, string> = {
  'cluster.layout': 'Layout',
  'cluster.layout.grid': 'In a grid',
  'cluster.layout.column': 'In a column',
  'cluster.layout.pile': 'In a pile',
  'cluster.collapsed': 'Collapsed',
  'cluster.make': 'Cluster',
  'cluster.split': 'Split off as a new cluster',
  'cluster.merge': 'Merge clusters',
  'cluster.dissolve': 'Dissolve the cluster',
  'cluster.collapse': 'Collapse or expand the cluster',
  'cluster.lay.grid': 'Lay out in a grid',
  'cluster.lay.column': 'Lay out in a column',
  'cluster.lay.pile': 'Lay out in a pile',
  'cluster.hush': 'Cluster in silence',
  'cluster.speak': 'Show and give the names',
  'cluster.notice.nothing': 'Select some notes to cluster first.',
  'cluster.say.made': '{count, plural, one {# note clustered} other {# notes clustered}}',
  'cluster.say.merged': 'Clusters merged{count, plural, =0 {} one {: # note added} other {: # notes added}}',
  'cluster.say.dissolved': 'Cluster dissolved{count, plural, =0 {} one {: # note set free} other {: # notes set free}}',
  'cluster.say.collapsed': '{count, plural, one {Cluster collapsed} other {# clusters collapsed}}',
  'cluster.say.opened': '{count, plural, one {Cluster expanded} other {# clusters expanded}}',
  'cluster.say.silent': 'Cluster in silence: names of clusters and of people are hidden.',
  'cluster.say.speaking':
    '{count, plural, one {The name is shown again} other {The names of # clusters are shown again}}',
  'help.group.cluster': 'Clusters',
  'outline.cluster': 'Cluster',
};
