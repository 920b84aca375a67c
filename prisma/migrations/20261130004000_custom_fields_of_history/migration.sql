-- An order of the system before stays as it was recorded, save what people note beside it in fields
-- of their own.

drop trigger "SalesOrder_historic_kept" on "SalesOrder";
create trigger "SalesOrder_historic_kept" before delete on "SalesOrder"
  for each row when (old."isHistoric") execute function "refuse_change"();
create trigger "SalesOrder_historic_same" before update on "SalesOrder"
  for each row when (old."isHistoric"
    and to_jsonb(new) - array['customFields', 'version', 'updatedAt']
      is distinct from to_jsonb(old) - array['customFields', 'version', 'updatedAt'])
  execute function "refuse_change"();
