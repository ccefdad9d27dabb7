-- The latest receipts of a member are read in this order, without a sort.
create index sale_member_latest on sale (member, entry desc);
create index sale_latest on sale (entry desc);
