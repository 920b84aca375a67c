-- The log is kept in months, so that deleting old events is dropping tables. A month is told by the
-- ids of its events, because a UUIDv7 begins with its instant. Nothing is copied: the table of before
-- becomes the first part, up to the end of the next month.

alter table "Event" rename to "Event_first";
alter table "Event_first" rename constraint "Event_pkey" to "Event_first_pkey";
drop trigger "Event_kept" on "Event_first";
drop index "Event_unsequenced";
drop index "Event_position_key";
drop index "Event_transactionId_place_key";
drop index "Event_documentId_version_idx";

CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "transactionId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "position" BIGINT,
    "type" TEXT NOT NULL,
    "companyId" UUID,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changedFields" TEXT[],
    "data" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
) partition by range ("id");

CREATE INDEX "Event_position_idx" ON "Event"("position");
CREATE INDEX "Event_documentId_version_idx" ON "Event"("documentId", "version");
-- What the sequencer looks for; empty but for an instant.
create index "Event_unsequenced" on "Event" ("transactionId", "place") where "position" is null;
-- An event changes once, when it gets its position; by age it may go.
create trigger "Event_kept" before update on "Event"
  for each row when (old."position" is not null) execute function "refuse_change"();

-- The first id that an instant gives.
create function "event_bound"(instant timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

do $$
begin
  execute format('alter table "Event" attach partition "Event_first" for values from (minvalue) to (%L)',
    "event_bound"((date_trunc('month', now() at time zone 'UTC') + interval '2 months') at time zone 'UTC'));
end $$;
-- For ids of no month that was made, such as those of a clock that runs ahead.
create table "Event_other" partition of "Event" default;

-- The parts of the log that have an end, the oldest first.
create view "event_months" as
  select c."oid", c."relname",
    substring(pg_get_expr(c."relpartbound", c."oid") from $re$TO \('([0-9a-f-]{36})'\)$re$)::uuid as "upTo"
  from pg_inherits i join pg_class c on c."oid" = i."inhrelid"
  where i."inhparent" = '"Event"'::regclass
    and pg_get_expr(c."relpartbound", c."oid") <> 'DEFAULT'
  order by "upTo";

-- Makes the months that are missing until so many after this one; answers how many it made.
create function "make_event_months"(ahead integer) returns integer language plpgsql as $$
declare
  last uuid;
  begins timestamp;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('event_months'));
  select "upTo" into last from "event_months" order by "upTo" desc limit 1;
  begins := to_timestamp(('x' || substr(replace(last::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
    at time zone 'UTC';
  while begins <= date_trunc('month', now() at time zone 'UTC') + ahead * interval '1 month' loop
    execute format('create table %I partition of "Event" for values from (%L) to (%L)',
      'Event_' || to_char(begins, 'YYYY_MM'),
      "event_bound"(begins at time zone 'UTC'),
      "event_bound"((begins + interval '1 month') at time zone 'UTC'));
    begins := begins + interval '1 month';
    made := made + 1;
  end loop;
  return made;
end $$;

-- Drops the months that ended before an instant; answers how many. Positions stay without a gap from
-- the oldest that is kept: events of a later month that got a position among those dropped go too. A
-- month whose events wait for a position stays, and so does the newest event, because the next
-- position is counted from it.
create function "drop_event_months"(before timestamptz) returns integer language plpgsql as $$
declare
  month record;
  newest bigint;
  last bigint;
  waits boolean;
  dropped integer := 0;
begin
  -- No position is given meanwhile.
  perform pg_advisory_xact_lock(hashtext('sequence_events'));
  select max("position") into newest from "Event";
  for month in select "relname" from "event_months" where "upTo" <= "event_bound"(before) order by "upTo" loop
    execute format('select max("position"), count(*) > count("position") from %I', month."relname")
      into last, waits;
    exit when waits or last >= newest;
    execute format('drop table %I', month."relname");
    delete from "Event" where "position" <= last;
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;

-- The log has parts now: each event is found by its id, whatever the statistics say.
create or replace function "sequence_events"(most integer)
returns table ("given" integer, "isBusy" boolean)
language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
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
