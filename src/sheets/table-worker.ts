import { parentPort } from 'node:worker_threads';
import { readPlan } from './read-plan.ts';

/** The thread that files are read in: answers each message, which is the bytes of a file, with what they say. */
parentPort!.on('message', async (bytes: Uint8Array) => {
  parentPort!.postMessage(await readPlan(bytes));
});
parentPort!.postMessage('ready');
