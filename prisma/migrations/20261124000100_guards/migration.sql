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

-- Takes numbers that may leave gaps, in rising order. Each company, series and period has a sequence
-- of its own, so that no row stays locked until somebody else's commit. Only whoever is the first in a
-- period makes the sequence; another who tries at the same time waits for him to commit, finds it there
-- (or gone, when he rolled back, and then makes it himself) and goes on.
create function next_numbers(company uuid, series text, period text, how_many integer)
returns setof bigint language plpgsql volatile as $$
declare
  name text := 'number_' || md5(company::text || ' ' || series || ' ' || period);
begin
  while to_regclass(name) is null loop
    begin
      execute format('create sequence %I', name);
      execute format('comment on sequence %I is %L', name, company || ' ' || series || ' ' || period);
    exception when duplicate_table or unique_violation then
      null;
    end;
  end loop;
  return query select nextval(name::regclass) from generate_series(1, how_many);
end $$;

-- A rate or a factor is a number above zero: NaN and the infinities sort behind every number.
alter table "ExchangeRate" add constraint "ExchangeRate_rate_check"
  check ("rate" > 0 and "rate" < 'Infinity' and "fromCurrency" <> "toCurrency");
alter table "Unit" add constraint "Unit_factor_check" check ("factor" > 0 and "factor" < 'Infinity');
alter table "TaxCode" add constraint "TaxCode_ratePercent_check"
  check ("ratePercent" >= 0 and "ratePercent" <= 100);
alter table "Currency" add constraint "Currency_code_check"
  check ("code" ~ '^[A-Z]{3}$' and "minorUnits" between 0 and 4);
alter table "Company" add constraint "Company_code_check"
  check ("code" ~ '^[A-Z0-9][A-Z0-9._-]{0,19}$' and "countryCode" ~ '^[A-Z]{2}$');
alter table "PaymentTerms" add constraint "PaymentTerms_netDays_check"
  check ("netDays" between 0 and 366);
alter table "WorkCalendar" add constraint "WorkCalendar_minutes_check"
  check (cardinality("minutes") = 7);
alter table "NumberSeriesCounter" add constraint "NumberSeriesCounter_last_check" check ("last" > 0);

-- A counter that went back would give a number twice.
create function refuse_lower_counter() returns trigger language plpgsql as $$
begin
  raise exception 'The counter of series % never goes back.', old."code"
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger "NumberSeriesCounter_rises" before update on "NumberSeriesCounter"
  for each row when (new."last" <= old."last") execute function refuse_lower_counter();

-- ------------------------------------------------------------------------------------------ auth

alter table "Actor" add constraint "Actor_kind_check"
  check ("kind" in ('PERSON', 'INTEGRATION', 'SYSTEM'));
-- What is kept of a secret is its SHA-256 and a hint too short to be of use.
alter table "ApiKey" add constraint "ApiKey_hash_check"
  check ("hash" ~ '^[0-9a-f]{64}$' and length("hint") <= 8);

-- Who may log in is never rewritten: a key's actor, secret and scopes stay, and a revocation too.
create function refuse_rewritten_key() returns trigger language plpgsql as $$
begin
  raise exception 'A key is revoked, never rewritten.'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger "ApiKey_stays" before update on "ApiKey" for each row
  when (new."hash" <> old."hash" or new."actorId" <> old."actorId" or new."scopes" <> old."scopes"
    or (old."revokedAt" is not null and new."revokedAt" is distinct from old."revokedAt"))
  execute function refuse_rewritten_key();

-- ------------------------------------------------------------------------------------------- crm

alter table "CustomerCompany" add constraint "CustomerCompany_creditLimit_check"
  check ("creditLimit" >= 0 and "creditLimit" < 'Infinity');
alter table "Customer" add constraint "Customer_kind_check"
  check ("kind" in ('ORGANISATION', 'PERSON'));
alter table "CustomerAddress" add constraint "CustomerAddress_kind_check"
  check ("kind" in ('BILLING', 'SHIPPING') and "countryCode" ~ '^[A-Z]{2}$');
-- A customer has one default address of a kind.
create unique index "CustomerAddress_default" on "CustomerAddress" ("customerId", "kind")
  where "isDefault" and "archivedAt" is null;

-- ------------------------------------------------------------------------------------- inventory

-- Stock is one row for each place, lot and status; without a lot the nil id stands for it.
create unique index "StockLevel_key" on "StockLevel" ("companyId", "itemId", "binId", "status",
  coalesce("lotId", '00000000-0000-0000-0000-000000000000'));
-- Never negative, never promised twice. NaN sorts behind every number and fails the upper bound.
alter table "StockLevel" add constraint "StockLevel_quantities_check"
  check ("reserved" >= 0 and "reserved" <= "onHand" and "onHand" < 'Infinity');
alter table "Reservation" add constraint "Reservation_quantity_check"
  check ("quantity" >= 0 and "quantity" < 'Infinity');
-- What is not there is worth nothing.
alter table "ItemValuation" add constraint "ItemValuation_worth_check"
  check ("quantity" >= 0 and "quantity" < 'Infinity' and "value" >= 0 and "value" < 'Infinity'
    and ("quantity" > 0 or "value" = 0));
alter table "ItemUnit" add constraint "ItemUnit_factor_check"
  check ("factor" > 0 and "factor" < 'Infinity');
alter table "StockOpening" add constraint "StockOpening_worth_check"
  check ("quantity" > 0 and "quantity" < 'Infinity' and "unitCost" >= 0 and "value" >= 0
    and "value" < 'Infinity');
alter table "StockMove" add constraint "StockMove_worth_check"
  check ("quantity" <> 0 and "quantity" < 'Infinity' and "quantity" > '-Infinity'
    and sign("quantity") * "value" >= 0 and abs("value") < 'Infinity');

-- Moves and openings are facts; of a layer only what is left of it changes.
create trigger "StockMove_kept" before update or delete on "StockMove"
  for each row execute function "refuse_change"();
create trigger "StockOpening_kept" before update or delete on "StockOpening"
  for each row execute function "refuse_change"();
create trigger "ValuationLayer_kept" before delete on "ValuationLayer"
  for each row execute function "refuse_change"();
create trigger "ValuationLayer_worth_kept" before update on "ValuationLayer" for each row
  when ((old."companyId", old."itemId", old."quantity", old."value", old."currency", old."postedOn")
    is distinct from
    (new."companyId", new."itemId", new."quantity", new."value", new."currency", new."postedOn"))
  execute function "refuse_change"();

-- ----------------------------------------------------------------------------------------- sales

-- NaN is above every number in PostgreSQL, so an upper bound keeps it out too.
alter table "SalesOrder"
  add constraint "SalesOrder_status" check ("status" in ('DRAFT', 'CONFIRMED', 'IN_FULFILMENT',
    'SHIPPED', 'INVOICED', 'CLOSED', 'ON_HOLD', 'CANCELLED')),
  add constraint "SalesOrder_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'),
  add constraint "SalesOrder_paid" check ("paidAmount" >= 0 and "paidAmount" <= "grossAmount"),
  add constraint "SalesOrder_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN');

-- A line sells an item or is a charge; nobody ships more than was ordered, and nobody bills more
-- than was shipped.
alter table "SalesOrderLine"
  add constraint "SalesOrderLine_kind" check (
    ("kind" = 'ITEM' and "itemId" is not null) or
    ("kind" = 'CHARGE' and "itemId" is null and "shipped" = 0 and "reserved" = 0)),
  add constraint "SalesOrderLine_status" check ("status" in ('OPEN', 'PARTIALLY_SHIPPED', 'SHIPPED',
    'INVOICED', 'CANCELLED')),
  add constraint "SalesOrderLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN'
    and "stockFactor" > 0 and "stockFactor" < 'NaN'),
  add constraint "SalesOrderLine_amounts" check ("unitPrice" >= 0 and "unitPrice" < 'NaN'
    and "discountPercent" >= 0 and "discountPercent" <= 100
    and "netAmount" >= 0 and "netAmount" < 'NaN' and "taxAmount" >= 0 and "taxAmount" < 'NaN'),
  add constraint "SalesOrderLine_reserved" check ("reserved" >= 0
    and "reserved" <= "quantity" - "shipped"),
  add constraint "SalesOrderLine_shipped" check ("shipped" >= 0 and "shipped" <= "quantity"),
  add constraint "SalesOrderLine_invoiced" check ("invoiced" >= 0
    and "invoiced" <= case "kind" when 'ITEM' then "shipped" else "quantity" end);

alter table "Delivery"
  add constraint "Delivery_status" check ("status" in ('DRAFT', 'PICKING', 'PACKED', 'SHIPPED',
    'DELIVERED', 'CANCELLED')),
  add constraint "Delivery_posted" check (
    ("status" in ('SHIPPED', 'DELIVERED')) = ("postedOn" is not null));

alter table "DeliveryLine"
  add constraint "DeliveryLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN');

alter table "SalesInvoice"
  add constraint "SalesInvoice_status" check ("status" in ('DRAFT', 'APPROVED', 'POSTED',
    'CANCELLED')),
  add constraint "SalesInvoice_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'),
  add constraint "SalesInvoice_paid" check ("paidAmount" >= 0 and "paidAmount" <= "grossAmount"
    and ("paidAmount" = 0 or "status" = 'POSTED')),
  add constraint "SalesInvoice_settlement" check ("settlement" = case
    when "status" <> 'POSTED' then 'UNPAID'
    when "paidAmount" >= "grossAmount" then 'PAID'
    when "paidAmount" = 0 then 'UNPAID'
    else 'PARTIALLY_PAID' end),
  add constraint "SalesInvoice_posted" check (
    ("status" = 'POSTED') = ("postedOn" is not null) and ("postedOn" is null) = ("dueOn" is null)),
  add constraint "SalesInvoice_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN');

alter table "SalesInvoiceLine"
  add constraint "SalesInvoiceLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN'),
  add constraint "SalesInvoiceLine_amounts" check ("netAmount" >= 0 and "netAmount" < 'NaN'
    and "taxAmount" >= 0 and "taxAmount" < 'NaN');

-- What was billed and what left stays as it was written; only payments move a posted invoice.
create trigger "SalesInvoiceLine_kept" before update or delete on "SalesInvoiceLine"
  for each row execute function "refuse_change"();

create trigger "SalesInvoice_kept" before update on "SalesInvoice"
  for each row when (old."status" = 'POSTED' and
    (old."status", old."number", old."salesOrderId", old."customerId", old."companyId",
      old."currency", old."exchangeRate", old."documentOn", old."postedOn", old."dueOn",
      old."netAmount", old."taxAmount", old."grossAmount")
    is distinct from
    (new."status", new."number", new."salesOrderId", new."customerId", new."companyId",
      new."currency", new."exchangeRate", new."documentOn", new."postedOn", new."dueOn",
      new."netAmount", new."taxAmount", new."grossAmount"))
  execute function "refuse_change"();

create trigger "SalesInvoice_undeleted" before delete on "SalesInvoice"
  for each row when (old."status" = 'POSTED') execute function "refuse_change"();

create trigger "DeliveryLine_kept" before update or delete on "DeliveryLine"
  for each row execute function "refuse_change"();

-- --------------------------------------------------------------------------------------- finance

-- PostgreSQL's numeric accepts NaN, which equals itself and is above every number.
alter table "LedgerEntry"
  add constraint "LedgerEntry_numbers" check (
    "amount" <> 'NaN' and "baseAmount" <> 'NaN'
    and "exchangeRate" <> 'NaN' and "exchangeRate" > 0
  ),
  add constraint "LedgerEntry_side" check ("side" in ('DEBIT', 'CREDIT'));

alter table "JournalEntryLine"
  add constraint "JournalEntryLine_numbers" check (
    "amount" <> 'NaN' and "amount" > 0 and "baseAmount" <> 'NaN'
    and "exchangeRate" <> 'NaN' and "exchangeRate" > 0
  ),
  add constraint "JournalEntryLine_side" check ("side" in ('DEBIT', 'CREDIT'));

alter table "JournalEntry"
  add constraint "JournalEntry_posted" check (
    ("status" in ('POSTED', 'REVERSED')) = ("postedOn" is not null)
  ),
  -- Four eyes: whoever made a manual voucher did not check it.
  add constraint "JournalEntry_checked" check ("checkedById" <> "createdById");

-- A voucher is reversed once.
create unique index "JournalEntry_reversalOfId_key" on "JournalEntry" ("reversalOfId");

alter table "Payment"
  add constraint "Payment_numbers" check (
    "amount" <> 'NaN' and "amount" > 0
    and "allocated" <> 'NaN' and "allocated" >= 0 and "allocated" <= "amount"
    and "exchangeRate" <> 'NaN' and "exchangeRate" > 0
  );

alter table "PaymentAllocation"
  add constraint "PaymentAllocation_numbers" check (
    "amount" <> 'NaN' and "amount" <> 0 and "exchangeDifference" <> 'NaN'
  );

alter table "CustomerExposure"
  add constraint "CustomerExposure_numbers" check ("receivable" <> 'NaN' and "openOrders" <> 'NaN');

-- All lines of a voucher are written by one statement, so that they can be judged as it ends: they
-- balance in base currency and in each of the voucher's currencies.
create function ledger_entries_balance() returns trigger language plpgsql as $$
declare
  broken uuid;
begin
  select e."journalEntryId" into broken
  from "LedgerEntry" e
  where e."journalEntryId" in (select distinct n."journalEntryId" from added n)
  group by e."journalEntryId", e."currency"
  having sum(case e."side" when 'DEBIT' then e."amount" else -e."amount" end) <> 0
  limit 1;
  if broken is null then
    select e."journalEntryId" into broken
    from "LedgerEntry" e
    where e."journalEntryId" in (select distinct n."journalEntryId" from added n)
    group by e."journalEntryId"
    having sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end) <> 0
    limit 1;
  end if;
  if broken is not null then
    raise exception 'The voucher % does not balance.', broken using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger "LedgerEntry_balance" after insert on "LedgerEntry"
  referencing new table as added
  for each statement execute function ledger_entries_balance();

-- By the end of its transaction a posted voucher has its lines.
create function journal_entry_complete() returns trigger language plpgsql as $$
begin
  if new."status" in ('POSTED', 'REVERSED') and not exists (
    select from "LedgerEntry" e where e."journalEntryId" = new."id"
  ) then
    raise exception 'The voucher % has no lines.', new."id" using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger "JournalEntry_complete" after insert or update on "JournalEntry"
  deferrable initially deferred
  for each row execute function journal_entry_complete();

-- What is posted stays as it is.
create trigger "LedgerEntry_immutable" before update or delete on "LedgerEntry"
  for each row execute function "refuse_change"();

create trigger "PaymentAllocation_immutable" before update or delete on "PaymentAllocation"
  for each row execute function "refuse_change"();

create trigger "JournalEntry_kept" before delete on "JournalEntry"
  for each row execute function "refuse_change"();

-- Of a posted voucher only this may change: that it is reversed.
create function journal_entry_immutable() returns trigger language plpgsql as $$
begin
  if old."status" = 'POSTED' and new."status" = 'REVERSED'
    and to_jsonb(new) - array['status', 'version', 'updatedAt']
      = to_jsonb(old) - array['status', 'version', 'updatedAt'] then
    return new;
  end if;
  raise exception 'The voucher % is posted.', old."id" using errcode = 'check_violation';
end $$;

create trigger "JournalEntry_immutable" before update on "JournalEntry"
  for each row when (old."status" in ('POSTED', 'REVERSED'))
  execute function journal_entry_immutable();
