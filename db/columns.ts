import { customType } from 'drizzle-orm/pg-core';
import { DateTime } from 'luxon';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Reads what Postgres prints for a timestamptz (offset of any session zone, microseconds cut to milliseconds); throws on anything else. */
function parseInstant(text: string): DateTime<true> {
  const instant = DateTime.fromSQL(text, { zone: ZONE });
  const hasOffset = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(text);
  if (!instant.isValid || !hasOffset) throw new RangeError(`not a timestamptz: ${JSON.stringify(text)}`);
  return instant;
}

/** A column of instants, luxon DateTime in Asia/Ho_Chi_Minh; kept to the millisecond, so what was written is found again by equality. */
export const instant = customType<{ data: DateTime; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (value) => {
    const text = value.toISO();
    if (text === null) throw new RangeError(`not an instant: ${value.invalidExplanation}`);
    return text;
  },
  fromDriver: parseInstant,
});

/** A column of days, 'YYYY-MM-DD'; throws on a day that does not exist. */
export const day = customType<{ data: string; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;
    if (!isDay) throw new RangeError(`not a day: ${JSON.stringify(value)}`);
    return value;
  },
  fromDriver: (value) => value,
});

/** A bigint column of ids (Telegram's among them), as a number; throws where a number would round it. */
export const bigId = customType<{ data: number; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (value) => String(requireSafe(value)),
  fromDriver: (value) => requireSafe(Number(value)),
});

function requireSafe(value: number): number {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`not a whole number that can be kept exactly: ${value}`);
  return value;
}
