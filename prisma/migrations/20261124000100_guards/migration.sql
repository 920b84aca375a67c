-- What the Prisma schema cannot say: sequences, functions, triggers, checks and indexes on
-- conditions or expressions, in one section for each module.

-- ---------------------------------------------------------------------------------------- events

-- Taken once by each transaction, when it writes its facts, so that facts can be put in order.
create sequence "event_transaction";

-- What the sequencer looks for; empty but for an instant.
create index "Event_unsequenced" on "Event" ("transactionId", "place") where "position" is null;

-- Gives positions to the committed events that have none, in the order in which their transactions
-- wrote, at most `most` at a time, and wakes who listens. One at a time in the whole cluster: who
-- comes second is told so (`isBusy`) and comes back. A change of a document waits for the one before
-- it to commit, so its event can neither be seen nor numbered earlier.
create function "sequence_events"(most integer)
returns table ("given" integer, "isBusy" boolean)
language plpgsql as $$
declare
  done integer;
begin
  if not pg_try_advisory_xact_lock(hashtext('sequence_events')) then
    return query select 0, true;
    return;
  end if;
  with "fresh" as (
    select "id", row_number() over (order by "transactionId", "place") as "place"
    from (
      select "id", "transactionId", "place" from "Event" where "position" is null
      order by "transactionId", "place" limit most
    ) as "unsequenced"
  )
  update "Event" set "position" = "fresh"."place" + coalesce(
    (select max("position") from "Event" where "position" is not null), 0)
  from "fresh" where "Event"."id" = "fresh"."id";
  get diagnostics done = row_count;
  if done > 0 then
    perform pg_notify('events', '');
  end if;
  return query select done, false;
end $$;

create function "refuse_change"() returns trigger language plpgsql as $$
begin
  raise exception '% of "%" is refused: its rows are kept as they were written', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create trigger "AuditEntry_kept" before update or delete on "AuditEntry"
  for each row execute function "refuse_change"();

-- An event changes once, when it gets its position; by age it may go.
create trigger "Event_kept" before update on "Event"
  for each row when (old."position" is not null) execute function "refuse_change"();

-- -------------------------------------------------------------------------------------- platform

-- ------------------------------------------------------------------------------------------ auth

-- ------------------------------------------------------------------------------------------- crm

-- ------------------------------------------------------------------------------------- inventory

-- ----------------------------------------------------------------------------------------- sales

-- --------------------------------------------------------------------------------------- finance
