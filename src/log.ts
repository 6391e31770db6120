import pino, { type DestinationStream, type Level, type Logger } from 'pino';

export type { Logger } from 'pino';

// What people wrote, who they are, and what opens doors; anywhere down to four levels deep.
const secretKeys = [
  ...['text', 'message', 'payload', 'caption', 'first_name', 'last_name', 'username'],
  ...['token', 'secret', 'password', 'authorization'],
];
const depths = ['', '*.', '*.*.', '*.*.*.'];

/** JSON lines without personal data: texts, names and tokens are cut, errors come without what was sent. */
export function createLogger(options: { level: Level | 'silent'; destination?: DestinationStream }): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: depths.flatMap((depth) => secretKeys.map((key) => depth + key)), censor: '[cut]' },
    serializers: { err: describeError, error: describeError },
    hooks: {
      // pino would repeat the message of a bare error, which can quote what people wrote.
      logMethod(args, method) {
        const [first, ...rest] = args as unknown[];
        const isBare = first instanceof Error;
        method.apply(
          this,
          (isBare ? [{ err: first }, rest[0] ?? first.name, ...rest.slice(1)] : args) as typeof args,
        );
      },
      streamWrite: cutSecrets,
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** The same text without bot tokens and without the passwords in URLs. */
export function cutSecrets(text: string): string {
  return text
    .replace(/\bbot\d+:[\w-]+/g, 'bot[cut]')
    .replace(/\b\d{6,}:[\w-]{30,}/g, '[cut]')
    .replace(/(\b[a-z][a-z+]*:\/\/[^\s/:@"]*):[^\s/@"]+@/g, '$1:[cut]@');
}

/** What a log keeps of an error: type, code, where it happened, and its causes to a depth of four. */
export interface ErrorDescription {
  type: string;
  code?: string | number;
  method?: string;
  stack?: string;
  cause?: ErrorDescription;
}

/** Describes an error for the log; never its payload, its parameters or the context it was thrown in. */
export function describeError(error: unknown, depth = 0): ErrorDescription | { type: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = causeOf(error);
  return {
    type: error.name,
    ...pick(error, 'code', 'code'),
    ...pick(error, 'error_code', 'code'),
    ...pick(error, 'method', 'method'),
    stack: stackOf(error),
    ...(cause instanceof Error && depth < 4 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

/** grammY keeps the cause of a HttpError and a BotError in `error`. */
function causeOf(error: Error): unknown {
  return error.cause ?? ('error' in error ? error.error : undefined);
}

function pick(error: Error, from: string, to: 'code' | 'method'): Partial<ErrorDescription> {
  const value: unknown = Reflect.get(error, from);
  return typeof value === 'string' || typeof value === 'number' ? { [to]: value } : {};
}

/** The first line and the frames: further lines of a message are where drivers quote the values of a query. */
function stackOf(error: Error): string {
  const [first = '', ...rest] = (error.stack ?? `${error.name}: ${error.message}`).split('\n');
  return [first, ...rest.filter((line) => /^\s+at /.test(line))].join('\n');
}
