import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall, sendJson } from './bot-api.ts';
import type { Pending } from './chat-watch.ts';
import { answerControl } from './control-api.ts';
import { makeContext } from './make-context.ts';
import type { SimContext } from './sim-context.ts';
import { Simulator } from './simulator.ts';
import type { SimulatorOptions } from './simulator-options.ts';

const NOT_FOUND = { ok: false, error_code: 404, description: 'Not Found' };
const DEFAULT_TOKEN = '7000000001:AAGsimulatorOnlyNotARealToken0000000';

/** Starts a simulated Telegram on loopback; port 0, the default, takes a free one. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const token = options.token ?? DEFAULT_TOKEN;
  const context = makeContext(token, options);
  const pending: Pending = new Set();
  const server = createServer((request, response) => {
    route(context, token, options, request, response).catch((cause: Error) => {
      sendJson(response, 500, { ok: false, error_code: 500, description: cause.message });
    });
  });
  server.keepAliveTimeout = 65_000;
  // Above the one before, or Node may reset an idle connection that is just being used again.
  server.headersTimeout = 66_000;
  server.requestTimeout = 0;
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return new Simulator(context, pending, `http://127.0.0.1:${port}`, token, () => {
    for (const end of [...pending]) end(new Error('the simulator was closed'));
    context.webhook.stop();
    return closeServer(server);
  });
}

async function route(
  context: SimContext,
  token: string,
  options: SimulatorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '/';
  // The hot path, by string only: URL parsing would cost as much as the call.
  const call = /^\/bot([^/]*)\/(?:test\/)?([^/?]*)(?:\?(.*))?$/.exec(target);
  if (call) {
    const [, given, method = '', query = ''] = call;
    return answerCall(context, { method, query }, given === token, request, response);
  }
  if (target.startsWith(`/file/bot${token}/`)) {
    const way = context.way();
    await way.there();
    await way.back();
    return sendBotFile(context, token, target, response);
  }
  if (await answerControl(context, new URL(target, 'http://127.0.0.1'), request, response)) return;
  if (options.pages?.(request, response)) return;
  sendJson(response, 404, NOT_FOUND);
}

function sendBotFile(context: SimContext, token: string, target: string, response: ServerResponse): void {
  const fileId = target.slice(`/file/bot${token}/`.length).split('/')[0]!;
  const file = context.files.get(fileId);
  if (!file) {
    sendJson(response, 404, NOT_FOUND);
    return;
  }
  response.writeHead(200, { 'content-type': file.info.mime_type, 'content-length': file.bytes.length });
  response.end(file.bytes);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Long polls, hanging calls and event streams would hold it open.
    server.closeAllConnections();
  });
}
