import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/working-time.ts';

/**
 * 08h00 on the first Monday of January 2027, whenever the demo is opened: the days in which both sides exchange their plans for the
 * year that has begun, so that nobody in the demo is late and what is planned is near. Monday to Friday of two weeks are worked: the
 * story's notice goes out seven working days before its inspection.
 */
export const FIRST_MORNING: DateTime = DateTime.fromISO('2027-01-04T08:00', { zone: ZONE });

/**
 * Wall time while the organisation is prepared, in ms: later than any at which a demo is opened or begun anew. The copy's clock
 * then goes forward to FIRST_MORNING each time, however long the page has been open.
 */
export const WALL_OF_PREPARING = Date.UTC(2200, 0, 1);
