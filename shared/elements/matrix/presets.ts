/** Matrices ready to use: names and ends of the axes and of the parts, in both languages. Data only; a matrix made from one keeps no tie to it. */
import type { Locale } from '../../control/Control.ts';
import { FIRST_MATRIX, type MatrixPreset } from './preset.ts';

export { type MatrixPreset, propsOfPreset } from './preset.ts';

export const MATRIX_PRESETS: readonly MatrixPreset[] = [
  FIRST_MATRIX,
  {
    id: 'importance-urgency',
    words: {
      fr: {
        x: { name: 'Urgence', low: 'peut attendre', high: 'presse' },
        y: { name: 'Importance', low: 'secondaire', high: 'essentielle' },
        quadrants: ['À planifier', 'À faire d’abord', 'À laisser', 'À confier'],
      },
      en: {
        x: { name: 'Urgency', low: 'can wait', high: 'pressing' },
        y: { name: 'Importance', low: 'minor', high: 'essential' },
        quadrants: ['Plan', 'Do first', 'Leave', 'Hand over'],
      },
    },
  },
  {
    id: 'desirability-feasibility',
    words: {
      fr: {
        x: { name: 'Faisabilité', low: 'difficile', high: 'facile' },
        y: { name: 'Désirabilité', low: 'peu souhaité', high: 'très souhaité' },
        quadrants: ['À rendre faisable', 'À lancer', 'À écarter', 'Facile, mais pour qui\u202f?'],
      },
      en: {
        x: { name: 'Feasibility', low: 'hard', high: 'easy' },
        y: { name: 'Desirability', low: 'hardly wanted', high: 'much wanted' },
        quadrants: ['Make it feasible', 'Launch', 'Set aside', 'Easy, but for whom?'],
      },
    },
  },
  {
    id: 'value-shaping',
    lessIsBetter: 'x',
    words: {
      fr: {
        x: { name: 'Effort de mise en forme', low: 'prêt', high: 'à refaire' },
        y: { name: 'Valeur pour les autres', low: 'limitée', high: 'grande' },
        quadrants: ['À partager d’abord', 'À soigner', 'À garder sous la main', 'À laisser'],
      },
      en: {
        x: { name: 'Effort to shape it', low: 'ready', high: 'to redo' },
        y: { name: 'Value for others', low: 'limited', high: 'great' },
        quadrants: ['Share first', 'Work on', 'Keep at hand', 'Leave'],
      },
    },
  },
  {
    id: 'frequency-severity',
    words: {
      fr: {
        x: { name: 'Fréquence', low: 'rare', high: 'quotidien' },
        y: { name: 'Gravité', low: 'gêne', high: 'bloque' },
        quadrants: ['À prévenir', 'À traiter d’abord', 'À noter', 'À simplifier'],
      },
      en: {
        x: { name: 'Frequency', low: 'rare', high: 'daily' },
        y: { name: 'Severity', low: 'annoys', high: 'blocks' },
        quadrants: ['Prevent', 'Treat first', 'Note', 'Simplify'],
      },
    },
  },
  {
    id: 'power-interest',
    words: {
      fr: {
        x: { name: 'Intérêt pour le sujet', low: 'éloigné', high: 'direct' },
        y: { name: 'Pouvoir d’agir', low: 'faible', high: 'fort' },
        quadrants: ['À convaincre', 'À associer de près', 'À suivre de loin', 'À tenir au courant'],
      },
      en: {
        x: { name: 'Interest in the subject', low: 'remote', high: 'direct' },
        y: { name: 'Power to act', low: 'small', high: 'great' },
        quadrants: ['Convince', 'Involve closely', 'Watch from afar', 'Keep informed'],
      },
    },
  },
  {
    id: 'risks',
    lessIsBetter: 'both',
    parts: [5, 5],
    words: {
      fr: {
        x: {
          name: 'Conséquences',
          low: 'sans gravité',
          high: 'très graves',
          steps: ['nulles', 'légères', 'sensibles', 'graves', 'très graves'],
        },
        y: {
          name: 'Probabilité',
          low: 'improbable',
          high: 'presque sûr',
          steps: ['improbable', 'peu probable', 'possible', 'probable', 'presque sûr'],
        },
      },
      en: {
        x: {
          name: 'Consequences',
          low: 'harmless',
          high: 'very serious',
          steps: ['none', 'slight', 'noticeable', 'serious', 'very serious'],
        },
        y: {
          name: 'Likelihood',
          low: 'unlikely',
          high: 'almost sure',
          steps: ['unlikely', 'not very likely', 'possible', 'likely', 'almost sure'],
        },
      },
    },
  },
];

/** The name of a preset: its axes, the upright one first. */
export const nameOfPreset = ({ words }: MatrixPreset, locale: Locale): string =>
  `${words[locale].y.name} × ${words[locale].x.name}`;
