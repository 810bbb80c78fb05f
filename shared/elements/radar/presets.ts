/** Radars ready to use: names of rings and sectors in both languages. Data only. */
import { FIRST_RADAR, type RadarPreset } from './preset.ts';

export { propsOfPreset, type RadarPreset } from './preset.ts';

export const RADAR_PRESETS: readonly RadarPreset[] = [
  FIRST_RADAR,
  {
    id: 'actors',
    words: {
      fr: {
        name: 'Carte des acteurs',
        rings: ['Au cœur', 'Concernés', 'À l’écoute'],
        sectors: ['Usagers', 'Services', 'Élus', 'Partenaires'],
      },
      en: {
        name: 'Map of actors',
        rings: ['At the heart', 'Concerned', 'Listening'],
        sectors: ['Users', 'Departments', 'Elected members', 'Partners'],
      },
    },
  },
  {
    id: 'roles',
    roles: true,
    words: {
      fr: {
        name: 'Carte des rôles',
        rings: ['D’accord', 'Invitation faite', 'On y pense'],
        sectors: ['Usagers', 'Fabricants', 'Regards différents', 'Pilotage', 'Animation', 'Arbitrage'],
      },
      en: {
        name: 'Map of roles',
        rings: ['Agreed', 'Invited', 'Thought of'],
        sectors: ['Users', 'Makers', 'Other views', 'Lead', 'Facilitation', 'Arbitration'],
      },
    },
  },
];
