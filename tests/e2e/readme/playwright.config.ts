import base from '../playwright.config.ts';

/** Not part of `npm test`: paints the pictures of the README anew, after `npm run build`. */
export default { ...base, testDir: '.', testMatch: 'pictures.ts', outputDir: '../../../test-results' };
