/** `npm run export` and `npm run board`: makes a fresh clone ready, then hands over to the built command line (`cli.ts`). */
import { build, install, requireNode } from './prepare.mjs';

requireNode();
install(process.env);
build(process.env);
await import('../dist/server/cli.js');
