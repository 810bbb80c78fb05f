/** The shape on the screen: a bitmap, resized freely, typed in where its text stands. */
import { SHAPE_FORMS, type ShapeForm } from '../../../shared/elements/shape/forms.ts';
import { shape as kind, layOutShape, SHAPE, type ShapeProps } from '../../../shared/elements/shape/shape.ts';
import { INK_COLORS, inkOf } from '../../../shared/theme/inks.ts';
import { NOTE_COLORS, THEMES } from '../../../shared/theme/tokens.ts';
import type { ElementView } from '../ElementView.ts';
import { DASH, WIDTHS } from '../lineControls.ts';

const ICONS: Readonly<Record<ShapeForm, string>> = {
  rectangle: 'square',
  rounded: 'squircle',
  ellipse: 'circle',
  diamond: 'diamond',
  triangle: 'triangle',
  arrow: 'arrow-big-right',
  bubble: 'message-square',
  hexagon: 'hexagon',
};

export const shape: ElementView<ShapeProps> = {
  label: 'editor.kind.shape',
  counted: 'editor.counted.shape',
  icon: 'shapes',
  raster: 'bitmap',
  resize: 'free',
  discardEmpty: 'never',
  isMultiline: true,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  controls: [
    {
      type: 'choice',
      prop: 'form',
      label: 'drawing.form',
      options: SHAPE_FORMS.map((form) => ({ value: form, label: `drawing.form.${form}` as const, icon: ICONS[form] })),
    },
    {
      type: 'choice',
      prop: 'color',
      label: 'drawing.fill',
      options: [
        { value: 'none', label: 'drawing.none', icon: 'ban' },
        ...NOTE_COLORS.map((color) => ({
          value: color,
          label: `editor.color.${color}` as const,
          swatch: THEMES.light.notes[color],
        })),
      ],
    },
    {
      type: 'choice',
      prop: 'line',
      label: 'drawing.line',
      options: [
        { value: 'none', label: 'drawing.none', icon: 'ban' },
        ...INK_COLORS.map((color) => ({
          value: color,
          label: color === 'ink' ? ('drawing.ink' as const) : (`editor.color.${color}` as const),
          swatch: color === 'ink' ? 'var(--ink)' : inkOf(THEMES.light, color),
        })),
      ],
    },
    WIDTHS,
    DASH,
    {
      type: 'choice',
      prop: 'align',
      label: 'drawing.align',
      options: [
        { value: 'left', label: 'drawing.align.left', icon: 'text-align-start' },
        { value: undefined, label: 'drawing.align.center', icon: 'text-align-center' },
        { value: 'right', label: 'drawing.align.right', icon: 'text-align-end' },
      ],
    },
  ],
  field(element, theme) {
    const { size, box, y } = layOutShape(element);
    return {
      box,
      size,
      weight: SHAPE.weight,
      lineHeight: SHAPE.lineHeight,
      align: element.props.align ?? 'center',
      color: element.props.color === 'none' ? theme.ink : theme.noteInk,
      top: y - box.y,
    };
  },
};
