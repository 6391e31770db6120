do $$
declare t text;
begin
  foreach t in array array['year_plan', 'year_plan_side', 'plan_item', 'plan_finding', 'plan_settlement']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy pair_scope on %I using (app_sees(pair_id)) with check (app_sees(pair_id))', t);
  end loop;
end $$;
--> statement-breakpoint
alter table plan_item add constraint plan_item_window_is_not_empty check (window_from < window_to);
--> statement-breakpoint
-- C4: a sensitive kind is a code, a side, a window: no text.
alter table plan_item add constraint sensitive_plan_item_bears_no_text
  check (kind not in ('signs_of_violation', 'denunciation', 'discipline_complaint') or subject is null);
--> statement-breakpoint
alter table plan_item add constraint plan_item_end_has_its_instant check ((ended is null) = (ended_at is null));
--> statement-breakpoint
alter table plan_item add constraint joint_line_comes_of_a_merge check ((side is null) = (source = 'merge'));
--> statement-breakpoint
alter table plan_finding add constraint finding_names_its_cause check (
  case kind when 'overlap' then item_id < other_id and target_id is null
    else target_id is not null and item_id is null and other_id is null end);
--> statement-breakpoint
alter table plan_settlement add constraint settlement_says_what_it_needs check (
  case how when 'merge' then window_from < window_to and lead_side is not null and mode is not null
    when 'shift' then window_from < window_to and item_id is not null
    else reason is not null end);
--> statement-breakpoint
alter table year_plan add constraint frozen_has_its_document
  check ((state = 'frozen') = (frozen_symbol is not null and frozen_day is not null));
--> statement-breakpoint
-- R4: what a line says never changes; retention may take the subject away (C8).
create function keep_plan_item() returns trigger language plpgsql as $$
declare settable text[] := array['ended', 'ended_at', 'replaced_by_id', 'inspection_id', 'subject'];
begin
  if (to_jsonb(new) - settable) is distinct from (to_jsonb(old) - settable)
    or (new.subject is distinct from old.subject and new.subject is not null) then
    raise exception 'a line of a plan does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger plan_item_keeps_its_words before update on plan_item for each row execute function keep_plan_item();
