import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

// serialization, deadlock, lock not available, too many clients
const TRANSIENT = new Set(['40001', '40P01', '55P03', '53300']);
const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Whether the same work may succeed when done again: connection lost, serialization, deadlock, server stopping. Looks through `cause`. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(sqlState(error) ?? '') || isLoss(error);
}

/** Whether the connection is gone, or about to go, with the query that failed so. */
export function isLoss(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  return (
    LOST.has(code) ||
    code.startsWith('08') ||
    code.startsWith('57P') ||
    (error instanceof Error && 'syscall' in error)
  );
}

/** The SQLSTATE ('23505') or the driver's code ('CONNECTION_CLOSED') of an error or of what caused it. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

/** A failed query without the values that were in it (rule C5): safe to log. `code` is the SQLSTATE or the driver's code. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly query: string | undefined;

  constructor(
    message: string,
    code: string | undefined,
    constraint: string | undefined,
    query: string | undefined,
  ) {
    super(message);
    this.code = code;
    this.constraint = constraint;
    this.query = query;
  }
}

/** The error with every failed query in its chain of causes made a DatabaseError; errors of any other kind stay what they are. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) return cleaned(error.cause ?? error, error.query, error.stack);
  if (error instanceof postgres.PostgresError) return cleaned(error, undefined, error.stack);
  if (error instanceof Error && error.cause instanceof Error) error.cause = withoutValues(error.cause);
  return error;
}

function cleaned(error: Error, query: string | undefined, stack: string | undefined): DatabaseError {
  const { message, constraint } = describe(error);
  const clean = new DatabaseError(message, sqlState(error), constraint, query?.slice(0, 500));
  const frames = stack?.indexOf('\n    at ') ?? -1; // what stands before the frames quotes the values
  if (stack && frames >= 0) clean.stack = `${clean.name}: ${message}${stack.slice(frames)}`;
  return clean;
}

// Class 22 (data exceptions) quotes the value in its message; the details of the others are left out here.
function describe(error: Error): { message: string; constraint?: string | undefined } {
  if (error instanceof DrizzleQueryError) return { message: 'a query failed' };
  if (!(error instanceof postgres.PostgresError)) return { message: error.message };
  const said = error.code.startsWith('22') ? `bad value (${error.routine})` : error.message;
  return { message: `${error.code} ${said}`, constraint: error.constraint_name };
}
