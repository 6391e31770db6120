// A thread starts with plain JavaScript only, whichever way its program was started; from here on it reads TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./table-worker.ts');
