import { MODES, type Mode } from '../../domain/inspection.ts';
import { KIND_KEYS, type Kind } from '../../domain/kinds.ts';
import { LOCALES, say } from '../../locales/index.ts';

/** The names of the kinds as people read them, in both languages. */
export const kindNames = (): Map<Kind, string[]> =>
  new Map(KIND_KEYS.map((key) => [key, LOCALES.map((locale) => say(locale, `kind-${key}`))]));

/** The names of the modes, in both languages. */
export const modeNames = (): Map<Mode, string[]> =>
  new Map(MODES.map((key) => [key, LOCALES.map((locale) => say(locale, `mode-${key}`))]));
