-- AlterTable
ALTER TABLE "BomLine" ADD COLUMN     "roundingMultiple" DECIMAL(28,9);

-- AlterTable
ALTER TABLE "WorkOrderMaterial" ADD COLUMN     "roundingMultiple" DECIMAL(28,9);

-- A multiple is a quantity above zero, and only what goes in is taken in multiples.
alter table "BomLine" add constraint "BomLine_multiple_check"
  check ("roundingMultiple" is null or ("kind" = 'COMPONENT'
    and "roundingMultiple" > 0 and "roundingMultiple" < 'Infinity'));

alter table "WorkOrderMaterial" add constraint "WorkOrderMaterial_multiple_check"
  check ("roundingMultiple" is null or ("kind" = 'COMPONENT'
    and "roundingMultiple" > 0 and "roundingMultiple" < 'Infinity'));
