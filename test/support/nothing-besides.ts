import { NOT_SAID } from '../../src/domain/covered.ts';
import { ORGANISATION } from '../../src/domain/inspected.ts';

/** What an inspection says nothing of: which period it looks into, and members beside the organisation. */
export const NOTHING_BESIDES = { ...NOT_SAID, ...ORGANISATION };
