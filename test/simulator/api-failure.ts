import type { ResponseParameters } from '@grammyjs/types';

/** A refusal as Telegram words it; `code` is also the HTTP status. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters?: ResponseParameters;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;

    this.name = 'ApiFailure';
  }
}

/** 400. */
export function badRequest(what: string, parameters?: ResponseParameters): ApiFailure {
  return new ApiFailure(400, `Bad Request: ${what}`, parameters);
}

/** 403. */
export function forbidden(what: string): ApiFailure {
  return new ApiFailure(403, `Forbidden: ${what}`);
}

/** 409. */
export function conflict(what: string): ApiFailure {
  return new ApiFailure(409, `Conflict: ${what}`);
}

/** 429 with `retry_after` in whole seconds. */
export function tooManyRequests(retryAfter: number): ApiFailure {
  return new ApiFailure(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}
