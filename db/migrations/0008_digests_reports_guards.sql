do $$
declare t text;
begin
  foreach t in array array['outcome', 'recommendation', 'handover']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy pair_scope on %I using (app_sees(pair_id)) with check (app_sees(pair_id))', t);
  end loop;
end $$;
--> statement-breakpoint
-- R10: parts sum to totals; the use case names the difference, this stands behind it.
alter table outcome add constraint organisations_sum
  check (organisations = org_reprimand + org_warning + org_dissolution);
--> statement-breakpoint
alter table outcome add constraint members_sum
  check (members = member_reprimand + member_warning + member_dismissal + member_expulsion);
--> statement-breakpoint
alter table outcome add constraint counts_are_not_negative
  check (least(org_reprimand, org_warning, org_dissolution, member_reprimand, member_warning, member_dismissal, member_expulsion) >= 0);
--> statement-breakpoint
alter table outcome add constraint origin_names_its_inspection
  check ((origin = 'through') = (inspection_id is not null));
--> statement-breakpoint
alter table outcome add constraint outcome_period_is_not_empty check (period_from < period_to);
--> statement-breakpoint
alter table recommendation add constraint done_has_its_day check ((state = 'done') = (done_day is not null));
--> statement-breakpoint
alter table absence add constraint absence_is_not_empty check (from_day < to_day);
--> statement-breakpoint
alter table absence add constraint nobody_stands_in_for_themselves check (redirect_to <> person_id);
--> statement-breakpoint
-- R7: an outcome stays as it was recorded; a correction names it as superseded.
create function keep_outcome() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'superseded_by_id') is distinct from (to_jsonb(old) - 'superseded_by_id') then
    raise exception 'outcome is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger outcome_append_only before update or delete on outcome for each row execute function keep_outcome();
