import { absenceForm } from './absence-form.ts';
import { changeForm } from './change-form.ts';
import { refuseForm } from './change-refuse-form.ts';
import { concludeForm } from './conclude-form.ts';
import { decideForm } from './decide-form.ts';
import type { FormKind } from './define-form.ts';
import { dutyEventForm } from './duty-event-form.ts';
import { editForm } from './edit-form.ts';
import { exchangeForm } from './exchange-form.ts';
import { leaveForm } from './leave-form.ts';
import { lineForm } from './line-form.ts';
import { opinionForm } from './opinion-form.ts';
import { outcomeForm } from './outcome-form.ts';
import { planFileForm } from './plan-file-form.ts';
import { planFreezeForm } from './plan-freeze-form.ts';
import { planLineForm } from './plan-line-form.ts';
import { planQuotaForm } from './plan-quota-form.ts';
import { planSettleForm } from './plan-settle-form.ts';
import { proposeForm } from './propose-form.ts';
import { recommendationDoneForm } from './recommendation-done-form.ts';
import { recommendationForm } from './recommendation-form.ts';
import { recordForm } from './record-form.ts';
import { reportForm } from './report-form.ts';
import { searchForm } from './search-form.ts';
import { stopForm } from './stop-form.ts';
import { substituteForm } from './substitute-form.ts';
import { symbolForm } from './symbol-form.ts';
import { teamForm } from './team-form.ts';
import { urgentForm } from './urgent-form.ts';

/** All forms. A new one: its file, and its line here. */
export const FORMS: readonly FormKind[] = [
  proposeForm,
  decideForm,
  opinionForm,
  symbolForm,
  searchForm,
  changeForm,
  refuseForm,
  stopForm,
  concludeForm,
  editForm,
  teamForm,
  recordForm,
  substituteForm,
  leaveForm,
  urgentForm,
  exchangeForm,
  outcomeForm,
  recommendationForm,
  recommendationDoneForm,
  absenceForm,
  reportForm,
  planSettleForm,
  planQuotaForm,
  planLineForm,
  planFreezeForm,
  planFileForm,
  lineForm,
  dutyEventForm,
];
