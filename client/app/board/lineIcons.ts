/** Icons for thicknesses and dashes of lines, which the collection lacks. */
import { createLucideIcon, type LucideIcon } from 'lucide-react';

const line = (name: string, attributes: Readonly<Record<string, string>>): LucideIcon =>
  createLucideIcon(name, [['path', { d: 'M4 12h16', key: name, ...attributes }]]);

export const LINE_ICONS: Readonly<Record<string, LucideIcon>> = {
  'line-thin': line('line-thin', { strokeWidth: '1.5' }),
  'line-medium': line('line-medium', { strokeWidth: '3.5' }),
  'line-thick': line('line-thick', { strokeWidth: '6' }),
  'line-broad': line('line-broad', { strokeWidth: '10' }),
  'line-dashed': line('line-dashed', { strokeDasharray: '4 4', strokeLinecap: 'butt' }),
};
