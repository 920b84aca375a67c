-- What one statement writes of a voucher balances by itself, in each of its currencies and in the
-- company's own. Only the lines just written are read: joined with the table, a plan that was kept
-- from when the books were young read all of them for every voucher.
create or replace function ledger_entries_balance() returns trigger language plpgsql as $$
declare
  broken uuid;
begin
  select n."journalEntryId" into broken
  from (
    select "journalEntryId",
      sum(case "side" when 'DEBIT' then "amount" else -"amount" end) as amount,
      sum(case "side" when 'DEBIT' then "baseAmount" else -"baseAmount" end) as base
    from added
    group by "journalEntryId", "currency"
  ) n
  group by n."journalEntryId"
  having bool_or(n.amount <> 0) or sum(n.base) <> 0
  limit 1;
  if broken is not null then
    raise exception 'The voucher % does not balance.', broken using errcode = 'check_violation';
  end if;
  return null;
end $$;
