/**
 * Who may do what, as a literal: role × button × side × pair. Columns are people: a and b are the sides of the pair, f is
 * another pair. S đầu mối, C chair, V vice, T a member (of side a: on the team), M another member, O observer. "x" is nobody's account.
 * Outcomes: ok · na not allowed · nf not found (as if it did not exist) · lo leaders only · ul for the lead only · no not active ·
 * st stale · nl no such letter.
 */
export const COLUMNS = ['aS', 'aC', 'aT', 'aM', 'aO', 'bS', 'bC', 'bT', 'bM', 'bO', 'fS', 'fC', 'x'] as const;

/** [button, what it is tapped on, one outcome a column]. Side a proposed everything; side b leads. */
export const BUTTONS: [button: string, on: string, outcomes: string][] = [
  //                                  aS aC aT aM aO   bS bC bT bM bO   fS fC x
  ['card.{i}', 'draft', '             ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
  ['card.{i}', 'awaiting_leader', '   ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
  ['card.{i}', 'crossing', '          ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
  ['card.{i}', 'proposed', '          ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ['card.{i}', 'agreed', '            ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ['propose.{i}', 'draft', '          ok na na na na   nf nf nf nf nf   nf nf no'],
  ['edit.{i}', 'draft', '             ok na na na na   nf nf nf nf nf   nf nf no'],
  ['approval.{i}', 'awaiting_leader', 'ok ok na na na   nf nf nf nf nf   nf nf no'],
  ['word.{i}.yes.phone', 'awaiting_leader', 'ok ok na na na   nf nf nf nf nf   nf nf no'],
  ['word.{i}.yes.tap', 'awaiting_leader', '  lo ok na na na   nf nf nf nf nf   nf nf no'],
  ['approve.{approval}.yes', 'awaiting_leader', 'lo ok na na na   nf nf nf nf nf   nf nf no'],
  ['recall.{i}', 'crossing', '        ok na na na na   nf nf nf nf nf   nf nf no'],
  ['sendnow.{i}', 'crossing', '       ok na na na na   nf nf nf nf nf   nf nf no'],
  ['receive.{proposal}', 'proposed', ' na na na na na   ok na na na na   nf nf no'],
  ['leader.{proposal}', 'proposed', '  na na na na na   ok na na na na   nf nf no'],
  ['talk.{proposal}', 'proposed', '    na na na na na   ok na na na na   nf nf no'],
  ['decide.{proposal}.agreed', 'proposed', 'na na na na na   ok ok na na na   nf nf no'],
  ['accept.{i}', 'countered', '       ok ok na na na   na na na na na   nf nf no'],
  ['nothold.{i}', 'countered', '      ok na na na na   ok na na na na   nf nf no'],
  ['symbol.{i}', 'agreed', '          ok na na na na   ok na na na na   nf nf no'],
  ['change.{i}', 'agreed', '          ok na na na na   ok na na na na   nf nf no'],
  ['stop.{i}', 'agreed', '            ok na na na na   ok na na na na   nf nf no'],
  ['team.{i}', 'agreed', '            ok na na na na   ok na na na na   nf nf no'],
  ['begin.{i}', 'agreed', '           na na na na na   ok na na na na   nf nf no'],
  ['conclude.{i}', 'under_way', '     na na na na na   ok na na na na   nf nf no'],
  ['open.{notice}', 'agreed', '       ok nf ok nf nf   ok nf nf nf nf   nf nf no'],
  ['ack.{notice}.received', 'agreed', 'ok nf ok nf nf   ok nf nf nf nf   nf nf no'],
  ['ack.{notice}.attending', 'agreed', 'nt nf ok nf nf   nt nf nf nf nf   nf nf no'],
  ['opinion.{notice}', 'agreed', '    ok nf ok nf nf   ok nf nf nf nf   nf nf no'],
  ['who.{notice}', 'agreed', '        ok ok na na na   ok ok na na na   nf nf no'],
  ['later.{notice}', 'agreed', '      ok nf ok nf nf   ok nf nf nf nf   nf nf no'],
  ['remind.{notice}', 'agreed', '     ok na na na na   ok na na na na   nf nf no'],
  ['urgent.{notice}', 'agreed', '     ul na na na na   ok na na na na   nf nf no'],
  ['record.{notice}', 'agreed', '     ok na na na na   ok na na na na   nf nf no'],
  ['substitute.{notice}', 'agreed', ' nt nf ok nf nf   nt nf nf nf nf   nf nf no'],
  ['pending.{change}', 'changing', '  ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ['confirm.{change}.tap', 'changing', 'na na na na na  lo ok na na na   nf nf no'],
  ['letter.{i}', 'draft', '           ok na na na na   nf nf nf nf nf   nf nf no'],
  ['letter.{i}', 'crossing', '        ok na na na na   nf nf nf nf nf   nf nf no'],
  ['letter.{i}', 'proposed', '        ok na na na na   nl na na na na   nf nf no'],
  ['letter.{i}', 'agreed', '          ok na na na na   ok na na na na   nf nf no'],
  ['letter.{i}.proposal', 'agreed', ' ok na na na na   nl na na na na   nf nf no'],
  ['letter.{i}.reply', 'agreed', '    nl na na na na   ok na na na na   nf nf no'],
  ['letter.{i}.change', 'changing', ' ok na na na na   nl na na na na   nf nf no'],
  ['letter.{i}.stop', 'agreed', '     nl na na na na   nl na na na na   nf nf no'],
  ['letter.{i}.conclusion', 'under_way', 'nl na na na na  nl na na na na   nf nf no'],
  ['why.{i}', 'agreed', '             ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ['history.{i}', 'agreed', '         ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  // Entries of the exchange ledger: documents of side a, logged by it.
  ['x.{i}', 'entry_waiting', '        ok ok ok ok ok   nf nf nf nf nf   nf nf no'],
  ['x.{i}', 'entry', '                ok ok ok ok ok   ok ok ok ok ok   nf nf no'],
  ['xrecall.{i}', 'entry_waiting', '  ok na na na na   nf nf nf nf nf   nf nf no'],
  ['xnow.{i}', 'entry_waiting', '     ok na na na na   nf nf nf nf nf   nf nf no'],
  ['xack.{i}.received', 'entry_waiting', 'na na na na na  nf nf nf nf nf   nf nf no'],
  ['xack.{i}.received', 'entry', '    na na na na na   ok na na na na   nf nf no'],
  ['xack.{i}.not_received', 'entry', 'na na na na na   ok na na na na   nf nf no'],
  ['xans.{i}', 'entry', '             na na na na na   ok na na na na   nf nf no'],
  ['xfix.{i}', 'entry', '             ok na na na na   na na na na na   nf nf no'],
  ['xduty.{i}', 'slot', '             ok na na na na   nf nf nf nf nf   nf nf no'],
  ['xmeet.{i}', 'slot', '             ok na na na na   nf nf nf nf nf   nf nf no'],
  ['xnothing.{i}', 'slot', '          ok na na na na   nf nf nf nf nf   nf nf no'],
  ['xin.{pair}', 'slot', '            ok na na na na   ok na na na na   nf nf no'],
  ['xnew', 'slot', '                  ok so so so so   ok so so so so   ok so no'],
  ['xl.a.a', 'entry', '               ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
];

/** [command, one outcome a column]: what depends on a role alone. */
export const COMMANDS: [command: string, outcomes: string][] = [
  //                aS aC aT aM aO   bS bC bT bM bO   fS fC x
  ['/viec', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/todo', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/lich', '       ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/tim chi bo', ' ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/trogiup', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/dexuat', '     ok so so so so   ok so so so so   ok so no'],
  ['/propose', '    ok so so so so   ok so so so so   ok so no'],
  ['/traodoi', '    ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
  ['/traodoi mới', 'ok so so so so   ok so so so so   ok so no'],
  ['/traodoi đi; 05-BC/UBKTTU; 20/11/2026; x; không mật', 'ok so so so so   ok so so so so   ok so no'],
  ['/quanly', '     ok ok na na na   ok ok na na na   ok ok no'],
  ['/dulieu', '     ok ok ok ok ok   ok ok ok ok ok   ok ok no'],
];
