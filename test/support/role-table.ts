import type { ActionName } from '../../src/usecases/actions/index.ts';

/**
 * Who may do what, as a literal: role × button × side × pair. Columns are people: a and b are the sides of the pair, f is
 * another pair. S đầu mối, C chair, V vice, T a member (of side a: on the team), M another member, O observer. "x" is nobody's account.
 * Outcomes: ok · na not allowed · nf not found (as if it did not exist) · lo leaders only · ul for the lead only · no not active ·
 * st stale · nl no such letter · fd a draft, in no calendar · fn no address in force · ho an offer to hand over waits ·
 * rr no such report · pn nothing exchanged yet · aa answered already · pl a plan that is locked ·
 * sp a second person confirms · nc others confirm ·
 * pa a plan that waits for its leader · np a plan that waits for no leader · ca crossed already · ss a step of a form that is over.
 */
export const COLUMNS = ['aS', 'aC', 'aT', 'aM', 'aO', 'bS', 'bC', 'bT', 'bM', 'bO', 'fS', 'fC', 'x'] as const;

/** What follows the action's name in the data, what it is tapped on, one outcome a column. */
type Row = [args: string, on: string, outcomes: string];

/** Side a proposed everything; side b leads. An action without a row does not compile. */
const TABLE: Record<ActionName, [Row, ...Row[]]> = {
  //                                          aS aC aT aM aO   bS bC bT bM bO   fS fC x
  card: [
    ['{i}', 'draft', '                        ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{i}', 'awaiting_leader', '              ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{i}', 'crossing', '                     ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{i}', 'proposed', '                     ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}', 'agreed', '                       ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}', 'concluded', '                    ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ],
  history: [['{i}', 'agreed', '               ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  why: [['{i}', 'agreed', '                   ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  letter: [
    ['{i}', 'draft', '                        ok na na na na   nf nf nf nf nf   nf nf no'],
    ['{i}', 'crossing', '                     ok na na na na   nf nf nf nf nf   nf nf no'],
    ['{i}', 'proposed', '                     ok na na na na   nl na na na na   nf nf no'],
    ['{i}', 'agreed', '                       ok na na na na   ok na na na na   nf nf no'],
    ['{i}.proposal', 'agreed', '              ok na na na na   nl na na na na   nf nf no'],
    ['{i}.reply', 'agreed', '                 nl na na na na   ok na na na na   nf nf no'],
    ['{i}.change', 'changing', '              ok na na na na   nl na na na na   nf nf no'],
    ['{i}.stop', 'agreed', '                  nl na na na na   nl na na na na   nf nf no'],
    ['{i}.conclusion', 'under_way', '         nl na na na na   nl na na na na   nf nf no'],
  ],
  ics: [
    ['{i}', 'draft', '                        fd fd fd fd fd   nf nf nf nf nf   nf nf no'],
    ['{i}', 'proposed', '                     ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}', 'agreed', '                       ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ],
  newin: [['{pair}', 'head', '                ok nf nf nf nf   ok nf nf nf nf   nf nf no']],
  'newin.pairs': [['0', 'head', '             ok nf nf nf nf   ok nf nf nf nf   ok nf no']],
  propose: [['{i}', 'draft', '                ok na na na na   nf nf nf nf nf   nf nf no']],
  edit: [['{i}', 'draft', '                   ok na na na na   nf nf nf nf nf   nf nf no']],
  approval: [['{i}', 'awaiting_leader', '     ok ok na na na   nf nf nf nf nf   nf nf no']],
  word: [
    ['{i}.yes.phone', 'awaiting_leader', '    ok ok na na na   nf nf nf nf nf   nf nf no'],
    ['{i}.yes.tap', 'awaiting_leader', '      lo ok na na na   nf nf nf nf nf   nf nf no'],
  ],
  approve: [['{approval}.yes', 'awaiting_leader', 'lo ok na na na   nf nf nf nf nf   nf nf no']],
  recall: [['{i}', 'crossing', '              ok na na na na   nf nf nf nf nf   nf nf no']],
  sendnow: [['{i}', 'crossing', '             ok na na na na   nf nf nf nf nf   nf nf no']],
  asked: [['{proposal}', 'proposed', '        na na na na na   ok na na na na   nf nf no']],
  receive: [['{proposal}', 'proposed', '      na na na na na   ok na na na na   nf nf no']],
  leader: [['{proposal}', 'proposed', '       na na na na na   ok na na na na   nf nf no']],
  talk: [['{proposal}', 'proposed', '         na na na na na   ok na na na na   nf nf no']],
  decide: [['{proposal}.agreed', 'proposed', 'na na na na na   ok ok na na na   nf nf no']],
  accept: [['{i}', 'countered', '             ok ok na na na   na na na na na   nf nf no']],
  symbol: [['{i}', 'agreed', '                ok na na na na   ok na na na na   nf nf no']],
  team: [['{i}', 'agreed', '                  ok na na na na   ok na na na na   nf nf no']],
  change: [['{i}', 'agreed', '                ok na na na na   ok na na na na   nf nf no']],
  stop: [['{i}', 'agreed', '                  ok na na na na   ok na na na na   nf nf no']],
  nothold: [['{i}', 'countered', '            ok na na na na   ok na na na na   nf nf no']],
  pending: [['{change}', 'changing', '        ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  confirm: [['{change}.tap', 'changing', '    na na na na na   lo ok na na na   nf nf no']],
  refuse: [['{change}', 'changing', '         na na na na na   ok ok na na na   nf nf no']],
  takeback: [
    ['{change}', 'recallable', '              ok na na na na   nf na na na na   nf nf no'],
    ['{change}', 'changing', '                ca na na na na   nf na na na na   nf nf no'],
  ],
  crossnow: [
    ['{change}', 'recallable', '              ok na na na na   nf na na na na   nf nf no'],
    ['{change}', 'changing', '                ca na na na na   nf na na na na   nf nf no'],
  ],
  cases: [
    ['doi.0', 'agreed', '                     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['ketthuc.0', 'under_way', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['other.0', 'agreed', '                   st st st st st   st st st st st   st st no'],
  ],
  begin: [['{i}', 'agreed', '                 na na na na na   ok na na na na   nf nf no']],
  conclude: [['{i}', 'under_way', '           na na na na na   ok na na na na   nf nf no']],
  'clash.show': [['{i}', 'changing', '        ok na na na na   na na na na na   nf nf no']],
  'clash.keep': [['{i}', 'changing', '        ok na na na na   na na na na na   nf nf no']],
  'clash.why': [
    ['{i}.other', 'changing', '               ok na na na na   na na na na na   nf nf no'],
    ['{i}.forged', 'changing', '              st st st st st   st st st st st   st st no'],
  ],
  open: [['{notice}', 'agreed', '             ok nf ok nf nf   ok nf nf nf nf   nf nf no']],
  gopen: [['{notice}', 'agreed', '            ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  ack: [
    ['{notice}.received', 'agreed', '         ok nf ok nf nf   ok nf nf nf nf   nf nf no'],
    ['{notice}.attending', 'agreed', '        nt nf ok nf nf   nt nf nf nf nf   nf nf no'],
  ],
  opinion: [['{notice}', 'agreed', '          ok nf ok nf nf   ok nf nf nf nf   nf nf no']],
  later: [['{notice}', 'agreed', '            ok nf ok nf nf   ok nf nf nf nf   nf nf no']],
  who: [['{notice}', 'agreed', '              ok ok na na na   ok ok na na na   nf nf no']],
  remind: [['{notice}', 'agreed', '           ok na na na na   ok na na na na   nf nf no']],
  reminds: [['0', 'agreed', '                 ok na na na na   ok na na na na   ok na no']],
  urgent: [['{notice}', 'agreed', '           ul na na na na   ok na na na na   nf nf no']],
  record: [['{notice}', 'agreed', '           ok na na na na   ok na na na na   nf nf no']],
  records: [['0', 'agreed', '                 ok na na na na   ok na na na na   ok na no']],
  settle: [['{giver}', 'opinion', '           ok na na na na   nf na na na na   nf nf no']],
  substitute: [['{notice}', 'agreed', '       nt nf ok nf nf   nt nf nf nf nf   nf nf no']],
  subs: [['0', 'leaving', '                   ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  assign: [['{asker}', 'leaving', '           ok ok na na na   nf nf na na na   nf nf no']],
  'outcome.record': [['{i}', 'concluded', '   na na na na na   ok na na na na   nf nf no']],
  'outcome.show': [['{i}.0', 'concluded', '   ok ok na na na   ok ok na na na   nf nf no']],
  'outcome.apart': [['{pair}', 'concluded', ' ok na na na na   ok na na na na   nf nf no']],
  'outcome.aparts': [['{pair}.0', 'concluded', 'ok ok na na na   ok ok na na na   nf nf no']],
  'outcome.pairs': [['0', 'concluded', '      ok so so so so   ok so so so so   ok so no']],
  'rec.list': [['0', 'concluded', '           ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'rec.of': [['{i}.0', 'concluded', '         ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'rec.show': [['{rec}', 'concluded', '       ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'rec.add': [['{i}', 'concluded', '          na na na na na   ok na na na na   nf nf no']],
  'rec.done': [['{rec}', 'concluded', '       na na na na na   ok na na na na   nf nf no']],
  'rec.out': [['{rec}', 'concluded', '        na na na na na   ok na na na na   nf nf no']],
  'rec.gone': [['{rec}', 'concluded', '       na na na na na   ok na na na na   nf nf no']],
  // Entries of the exchange ledger: documents of side a, logged by it.
  x: [
    ['{i}', 'entry_waiting', '                ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{i}', 'entry', '                        ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ],
  xnew: [['', 'slot', '                       ok so so so so   ok so so so so   ok so no']],
  xin: [['{pair}', 'slot', '                  ok na na na na   ok na na na na   nf nf no']],
  xpairs: [['0', 'entry', '                   ok na na na na   ok na na na na   ok na no']],
  xl: [['a.a', 'entry', '                     ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  xack: [
    ['{i}.received', 'entry_waiting', '       na na na na na   nf nf nf nf nf   nf nf no'],
    ['{i}.received', 'entry', '               na na na na na   ok na na na na   nf nf no'],
    ['{i}.not_received', 'entry', '           na na na na na   ok na na na na   nf nf no'],
  ],
  xans: [['{i}', 'entry', '                   na na na na na   ok na na na na   nf nf no']],
  xfix: [['{i}', 'entry', '                   ok na na na na   na na na na na   nf nf no']],
  xhist: [
    ['{i}', 'entry_waiting', '                ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{i}', 'entry', '                        ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ],
  xletter: [
    ['{i}', 'entry', '                        ok na na na na   ok na na na na   nf nf no'],
    ['{i}', 'entry_waiting', '                ok na na na na   nf nf nf nf nf   nf nf no'],
  ],
  xrecall: [['{i}', 'entry_waiting', '        ok na na na na   nf nf nf nf nf   nf nf no']],
  xnow: [['{i}', 'entry_waiting', '           ok na na na na   nf nf nf nf nf   nf nf no']],
  xduty: [['{i}', 'slot', '                   ok na na na na   nf nf nf nf nf   nf nf no']],
  xmeet: [['{i}', 'slot', '                   ok na na na na   nf nf nf nf nf   nf nf no']],
  xnothing: [['{i}', 'slot', '                ok na na na na   nf nf nf nf nf   nf nf no']],
  // The year's plan: a line of side a; `plan_crossing`: what side a has given can still be recalled.
  'plan.mine': [['', 'plan', '                ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'plan.pairs': [['0', 'plan', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'plan.list': [['{pair}.0', 'plan', '        ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'plan.show': [['{i}', 'plan', '             ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'plan.items': [['{i}.0', 'plan', '          ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'plan.item': [
    ['{item}', 'plan', '                      ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{item}', 'plan_crossing', '             ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
    ['{item}', 'plan_comparing', '            ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ],
  'plan.out': [['{item}', 'plan', '           ok na na na na   nf nf nf nf nf   nf nf no']],
  'plan.propose': [['{item}', 'plan_agreed', 'ok na na na na   na na na na na   nf nf no']],
  'plan.add': [['{i}', 'plan', '              ok na na na na   ok na na na na   nf nf no']],
  'plan.give': [
    ['{i}', 'plan', '                         ok na na na na   ok na na na na   nf nf no'],
    ['{i}', 'plan_asked', '                   pa na na na na   ok na na na na   nf nf no'],
  ],
  'plan.recall': [
    ['{i}', 'plan_asked', '                   ok na na na na   pn na na na na   nf nf no'],
    ['{i}', 'plan_crossing', '                ok na na na na   pn na na na na   nf nf no'],
  ],
  'plan.now': [['{i}', 'plan_crossing', '     ok na na na na   pn na na na na   nf nf no']],
  'plan.approve': [['{i}', 'plan_asked', '    ok ok na na na   np np na na na   nf nf no']],
  'plan.approved': [
    ['{i}.phone', 'plan_asked', '             ok ok na na na   np np na na na   nf nf no'],
    ['{i}.tap', 'plan_asked', '               st st st st st   st st st st st   st st no'],
  ],
  'plan.return': [['{i}', 'plan_asked', '     ok ok na na na   np np na na na   nf nf no']],
  'plan.returned': [
    ['{i}.no_staff', 'plan_asked', '          ok ok na na na   np np na na na   nf nf no'],
    ['{i}.other_words', 'plan_asked', '       st st st st st   st st st st st   st st no'],
  ],
  'plan.agree': [['{i}', 'plan_comparing', '  ok ok na na na   ok ok na na na   nf nf no']],
  'plan.word': [
    ['{i}.phone', 'plan_comparing', '         ok ok na na na   ok ok na na na   nf nf no'],
    ['{i}.tap', 'plan_comparing', '           st st st st st   st st st st st   st st no'],
  ],
  'plan.freeze': [['{i}', 'plan_agreed', '    ok na na na na   ok na na na na   nf nf no']],
  'plan.lived': [
    ['{i}', 'plan_frozen', '                  ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.waiting.0', 'plan_frozen', '        ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.outside.1', 'plan_frozen', '        ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.other.0', 'plan_frozen', '          st st st st st   st st st st st   st st no'],
  ],
  planfile: [
    ['{i}', 'plan', '                         ok na na na na   ok na na na na   nf nf no'],
    ['{i}', 'plan_crossing', '                pl na na na na   ok na na na na   nf nf no'],
    ['{i}', 'plan_comparing', '               pl na na na na   pl na na na na   nf nf no'],
    ['{i}', 'plan_asked', '                   pl na na na na   ok na na na na   nf nf no'],
  ],
  planout: [['{i}', 'plan', '                 ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  planpic: [
    ['{i}', 'plan', '                         ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.year.1', 'plan', '                  ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.cover.0', 'plan', '                 ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.other.0', 'plan', '                 st st st st st   st st st st st   st st no'],
  ],
  // A plan that is compared: side a wants one overlap kept and one gap left.
  planfind: [['{i}.0', 'plan_found', '        ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'planone.show': [['{overlap}', 'plan_found', 'ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'planone.merge': [['{overlap}', 'plan_found', 'ok na na na na   ok na na na na   nf nf no']],
  'planone.shift': [['{overlap}', 'plan_found', 'ok na na na na   ok na na na na   nf nf no']],
  'planone.keep': [['{overlap}', 'plan_found', 'ok na na na na   ok na na na na   nf nf no']],
  'planone.fill': [['{gap}', 'plan_filling', 'ok na na na na   ok na na na na   nf nf no']],
  'planone.recall': [
    ['{asked}', 'plan_found', '               ok na na na na   na na na na na   nf nf no'],
    ['{filling}', 'plan_filling', '           ok na na na na   aa na na na na   nf nf no'],
  ],
  'planone.now': [['{filling}', 'plan_filling', 'ok na na na na   aa na na na na   nf nf no']],
  'planone.yes': [['{settlement}', 'plan_found', 'na na na na na   ok na na na na   nf nf no']],
  'planone.no': [['{settlement}', 'plan_found', 'na na na na na   ok na na na na   nf nf no']],
  'planone.gaps': [['{i}', 'plan_found', '    ok na na na na   ok na na na na   nf nf no']],
  'planone.gapsyes': [['{i}', 'plan_found', ' aa na na na na   ok na na na na   nf nf no']],
  'planone.gapsno': [['{i}', 'plan_found', '  aa na na na na   ok na na na na   nf nf no']],
  // Quotas: one holds, a change of another is asked of side b, a new one of side a can still be recalled.
  planquota: [['{i}.0', 'plan_quotas', '      ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'planq.add': [['{i}', 'plan_quotas', '      ok na na na na   ok na na na na   nf nf no']],
  'planq.show': [
    ['{i}.{held}', 'plan_quotas', '           ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
    ['{i}.{fresh}', 'plan_quotas', '          ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
  ],
  'planq.change': [['{i}.{held}', 'plan_quotas', 'ok na na na na   ok na na na na   nf nf no']],
  'planq.drop': [['{i}.{held}', 'plan_quotas', 'ok na na na na   ok na na na na   nf nf no']],
  'planq.yes': [
    ['{i}.{asked}', 'plan_quotas', '          na na na na na   ok na na na na   nf nf no'],
    ['{i}.{fresh}', 'plan_quotas', '          na na na na na   nf na na na na   nf nf no'],
  ],
  'planq.no': [['{i}.{asked}', 'plan_quotas', 'na na na na na   ok na na na na   nf nf no']],
  'planq.recall': [
    ['{i}.{fresh}', 'plan_quotas', '          ok na na na na   nf na na na na   nf nf no'],
    ['{i}.{asked}', 'plan_quotas', '          ok na na na na   na na na na na   nf nf no'],
  ],
  viec: [['0', 'agreed', '                    ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  viecpairs: [['0', 'agreed', '               ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  viecpair: [['{pair}.0', 'head', '           ok ok ok ok ok   ok ok ok ok ok   nf nf no']],
  'tin.settings': [['', 'agreed', '           ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'tin.all': [['', 'agreed', '                ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'tin.on': [['weekly', 'agreed', '           ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'tin.off': [['weekly', 'agreed', '          ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'tin.board': [['on', 'agreed', '            ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  lich: [
    ['all.0', 'agreed', '                     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['other.0', 'agreed', '                   st st st st st   st st st st st   st st no'],
  ],
  lichtuan: [['0', 'agreed', '                ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  // An address of one's own, and of the committee of side a; none is in force.
  'feed.show': [
    ['0', 'agreed', '                         ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['{committee}', 'agreed', '               ok na na na na   nf nf nf nf nf   nf nf no'],
  ],
  'feed.make': [
    ['0', 'agreed', '                         ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['{committee}', 'agreed', '               ok na na na na   nf nf nf nf nf   nf nf no'],
  ],
  'feed.off': [
    ['0', 'agreed', '                         fn fn fn fn fn   fn fn fn fn fn   fn fn no'],
    ['{committee}', 'agreed', '               fn na na na na   nf nf nf nf nf   nf nf no'],
  ],
  'feed.set': [
    ['0.full', 'agreed', '                    fn fn fn fn fn   fn fn fn fn fn   fn fn no'],
    ['{committee}.full', 'agreed', '          fn na na na na   nf nf nf nf nf   nf nf no'],
  ],
  'feed.file': [
    ['0.busy', 'agreed', '                    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['{committee}.full', 'agreed', '          ok na na na na   nf nf nf nf nf   nf nf no'],
  ],
  tim: [['0.chi bo', 'agreed', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  timtu: [['chi bo', 'agreed', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'bc.pairs': [['0', 'head', '                ok ok na na na   ok ok na na na   ok ok no']],
  'bc.pair': [['{pair}', 'head', '            ok ok na na na   ok ok na na na   nf nf no']],
  'bc.s': [
    ['{pair}.20260101.20270101.0', 'head', '  ok ok na na na   ok ok na na na   nf nf no'],
    ['0.20260101.20270101.0', 'head', '       ok ok na na na   ok ok na na na   ok ok no'],
    ['{pair}.20269901.20270101.0', 'head', '  rr rr rr rr rr   rr rr rr rr rr   rr rr no'],
  ],
  'bc.t': [['{pair}.20260101.20270101.3', 'head', 'ok ok na na na   ok ok na na na   nf nf no']],
  'bc.f': [
    ['{pair}.20260101.20270101.xlsx', 'head', 'ok ok na na na   ok ok na na na   nf nf no'],
    ['{pair}.20260101.20270101.png', 'head', 'ok ok na na na   ok ok na na na   nf nf no'],
    ['{pair}.20260101.20270101.exe', 'head', 'st st st st st   st st st st st   st st no'],
  ],
  'log.pairs': [['0', 'head', '               na ok na na na   na ok na na na   na ok no']],
  'log.list': [['{pair}.0', 'head', '         na ok na na na   na ok na na na   nf nf no']],
  'log.l': [['{pair}.1.2', 'head', '          na ok na na na   na ok na na na   nf nf no']],
  'log.f': [['{pair}.0.0', 'head', '          na ok na na na   na ok na na na   nf nf no']],
  'log.csv': [['{pair}.0.0', 'head', '        na ok na na na   na ok na na na   nf nf no']],
  'log.proof': [['{pair}.0.0', 'head', '      na ok na na na   na ok na na na   nf nf no']],
  'chotso.pairs': [['0', 'head', '            ok na na na na   ok na na na na   ok na no']],
  'chotso.list': [['{pair}.0', 'head', '      ok na na na na   ok na na na na   nf nf no']],
  'chotso.now': [['{pair}', 'head', '         ok na na na na   ok na na na na   nf nf no']],
  'head.show': [['{i}', 'head', '             ok ok na na na   ok ok na na na   nf nf no']],
  'head.full': [['{i}', 'head', '             ok ok na na na   ok ok na na na   nf nf no']],
  'head.sign': [['{i}', 'head', '             ok na na na na   ok na na na na   nf nf no']],
  // Accounts of side a; `people`: a member of it, and somebody whom its đầu mối has invited.
  'link.yes': [['{i}', 'waiting_member', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'link.no': [['{i}', 'waiting_member', '     ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'link.lang': [['{i}', 'waiting_member', '   ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'link.tap': [['{i}', 'waiting_member', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'link.ok': [
    ['{i}', 'waiting_leader', '               sp ok nc nc nc   nc nc nc nc nc   nc nc no'],
    ['{i}', 'waiting_member', '               ok nc nc nc nc   nc nc nc nc nc   nc nc no'],
  ],
  'link.not': [
    ['{i}', 'waiting_leader', '               ok ok nc nc nc   nc nc nc nc nc   nc nc no'],
    ['{i}', 'waiting_member', '               ok nc nc nc nc   nc nc nc nc nc   nc nc no'],
  ],
  'link.group': [['', 'people', '             ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'link.plan': [['', 'people', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'data.ask': [['{account}', 'people', '      nf nf ok nf nf   nf nf nf nf nf   nf nf nf']],
  'data.keep': [['{account}', 'people', '     nf nf ok nf nf   nf nf nf nf nf   nf nf nf']],
  'data.yes': [['{account}', 'people', '      nf nf ok nf nf   nf nf nf nf nf   nf nf nf']],
  'moi.pairs': [['0', 'people', '             ok so so so so   ok so so so so   ok so no']],
  'moi.list': [['{pair}.0', 'people', '       ok so so so so   ok so so so so   so so no']],
  'moi.pick': [
    ['{pair}.{newcomer}', 'people', '         ok so so so so   nf so so so so   so so no'],
    ['{pair}.{member}', 'people', '           ok so so so so   nf so so so so   so so no'],
  ],
  'moi.again': [['{pair}.{newcomer}', 'people', 'ok so so so so   nf so so so so   so so no']],
  'moi.undo': [['{invitation}', 'people', '   ok nf nf nf nf   nf nf nf nf nf   nf nf no']],
  'members.pairs': [['0', 'people', '         ok ok na na na   ok ok na na na   ok ok no']],
  'members.list': [['{pair}.0', 'people', '   ok ok na na na   ok ok na na na   na na no']],
  'members.who': [
    ['{i}', 'waiting_leader', '               nc ok nc nc nc   nc nc nc nc nc   nc nc no'],
    ['{i}', 'waiting_member', '               ok nc nc nc nc   nc nc nc nc nc   nc nc no'],
  ],
  'members.out': [['{pair}.{member}.{account}', 'people', 'ok so so so so   nf so so so so   so so no']],
  'members.yes': [['{pair}.{member}.{account}', 'people', 'ok so so so so   nf so so so so   so so no']],
  // Days away of the member aT.
  'away.list': [['0', 'absence', '            ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'away.new': [['', 'absence', '              ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'away.end': [['{i}', 'absence', '           ok nf ok nf nf   nf nf nf nf nf   nf nf no']],
  // The đầu mối of side a has offered the duties to the member aM.
  'handover.pairs': [['0', 'handover', '      ok so so ok so   ok so so so so   ok so no']],
  'handover.list': [['{pair}.0', 'handover', 'ok so na na na   ok so na na na   nf nf no']],
  'handover.pick': [['{pair}.{to}', 'handover', 'ok so na na na   nf so na na na   nf nf no']],
  'handover.ask': [['{pair}.{to}.0', 'handover', 'ho so na na na   nf so na na na   nf nf no']],
  'handover.yes': [['{i}', 'handover', '      nf nf nf ok nf   nf nf nf nf nf   nf nf no']],
  'handover.no': [['{i}', 'handover', '       nf nf nf ok nf   nf nf nf nf nf   nf nf no']],
  'handover.undo': [['{i}', 'handover', '     ok nf nf nf nf   nf nf nf nf nf   nf nf no']],
  // In private; those of a group are tested with it.
  'group.bind': [['{committee}', 'people', '  st st st st st   st st st st st   st st no']],
  'group.unbind': [['', 'people', '           st st st st st   st st st st st   st st no']],
  'group.keep': [['', 'people', '             st st st st st   st st st st st   st st no']],
  'group.later': [['', 'people', '            st st st st st   st st st st st   st st no']],
  'trogiup.main': [['', 'people', '           ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'trogiup.short': [['0', 'people', '         ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'trogiup.who': [['0', 'people', '           ok ok ok ok ok   ok ok ok ok ok   ok ok no']],
  'trogiup.lang': [
    ['en', 'people', '                        ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
    ['fr', 'people', '                        st st st st st   st st st st st   st st no'],
  ],
  f: [['1.step.value', 'draft', '             ss ss ss ss ss   ss ss ss ss ss   ss ss no']],
};

/** Names that no action has, as near to one as can be. */
const FORGED: [data: string, on: string][] = [
  ['outcome.other.{i}', 'concluded'],
  ['rec.other.{rec}', 'concluded'],
  ['plan.other.{i}', 'plan'],
  ['planq.other.{i}.{held}', 'plan_quotas'],
  ['planone.other.{i}', 'plan_found'],
];
const STALE = 'st st st st st   st st st st st   st st no';

/** [button, what it is tapped on, one outcome a column]. */
export const BUTTONS: [button: string, on: string, outcomes: string][] = [
  ...Object.entries(TABLE).flatMap(([name, rows]) =>
    rows.map(([args, on, outcomes]): [string, string, string] => [
      args === '' ? name : `${name}.${args}`,
      on,
      outcomes,
    ]),
  ),
  ...FORGED.map(([data, on]): [string, string, string] => [data, on, STALE]),
];

/** [command, one outcome a column]: what depends on a role alone. */
export const COMMANDS: [command: string, outcomes: string][] = [
  //                aS aC aT aM aO   bS bC bT bM bO   fS fC x
  ['/viec', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/todo', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/lich', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/lich feed', '  ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/tim chi bo', ' ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/trogiup', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/dexuat', '     ok so so so so   ok so so so so   ok so no'],
  ['/propose', '    ok so so so so   ok so so so so   ok so no'],
  ['/traodoi', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/traodoi mới', 'ok so so so so   ok so so so so   ok so no'],
  ['/traodoi đi; 05-BC/UBKTTU; 20/11/2026; x; không mật', 'ok so so so so   ok so so so so   ok so no'],
  ['/ketthuc ngoài', 'ok so so so so  ok so so so so   ok so no'],
  ['/conclude apart', 'ok so so so so ok so so so so   ok so no'],
  ['/kiennghi', '   ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/recommendations', 'ok ok ok ok ok ok ok ok ok ok  ok ok no'],
  ['/quanly', '     ok ok na na na   ok ok na na na   ok ok no'],
  ['/chotso', '     ok na na na na   ok na na na na   ok na no'],
  ['/seal', '       ok na na na na   ok na na na na   ok na no'],
  ['/nhatky', '     na ok na na na   na ok na na na   na ok no'],
  ['/log', '        na ok na na na   na ok na na na   na ok no'],
  ['/bantin', '     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/digest', '     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/vangmat', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/away 01/12 - 04/12', 'ok ok ok ok ok ok ok ok ok ok   ok ok no'],
  ['/bangiao', '    ok so so ok so   ok so so so so   ok so no'],
  ['/handover', '   ok so so ok so   ok so so so so   ok so no'],
  ['/baocao', '     ok ok na na na   ok ok na na na   ok ok no'],
  ['/report', '     ok ok na na na   ok ok na na na   ok ok no'],
  ['/kehoach', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/plan 2026', '  ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/tonghop năm 2026', 'ok ok na na na   ok ok na na na   ok ok no'],
  ['/dulieu', '     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
];
