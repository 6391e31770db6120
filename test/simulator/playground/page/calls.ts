import type {
  DocumentRequest,
  SendRequest,
  SimMessage,
  SimState,
  StartRequest,
  TapRequest,
  TapResponse,
} from '../../protocol.ts';
import type { DemoRequests, DemoState } from '../playground-protocol.ts';

/** Everything in the simulated server, as it stands now. */
export const readState = (): Promise<SimState> => ask('/sim/state');

/** Writes as a person. */
export const send = (body: SendRequest): Promise<SimMessage> => ask('/sim/send', body);

/** Sends a file as a person. */
export const sendDocument = (body: DocumentRequest): Promise<SimMessage> => ask('/sim/document', body);

/** Presses Start as a person. */
export const start = (body: StartRequest): Promise<SimMessage> => ask('/sim/start', body);

/** Taps as a person; resolves when the bot has answered, or without a toast after 15 s. */
export const tap = (body: TapRequest): Promise<TapResponse> =>
  ask('/sim/tap', { ...body, timeoutMs: 15_000 });

/** Moves the clock, begins anew, tells the story or stops it. */
export const demo = <P extends keyof DemoRequests>(path: P, body: DemoRequests[P]): Promise<DemoState> =>
  ask(path, body);

async function ask<T>(path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(path, init);
  const given = (await answer.json()) as T & { error?: string };
  if (!answer.ok) throw new Error(given.error ?? `HTTP ${answer.status}`);
  return given;
}
