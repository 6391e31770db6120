import { decideForm } from './decide-form.ts';
import type { FormKind } from './form.ts';
import { opinionForm } from './opinion-form.ts';
import { proposeForm } from './propose-form.ts';
import { symbolForm } from './symbol-form.ts';

/** All forms. A new one: its file, and its line here. */
export const FORMS: readonly FormKind[] = [proposeForm, decideForm, opinionForm, symbolForm];
