-- Tax invoices asked for, by the receipt of the sale, or of the refund for a red one.
create table fapiao (
    receipt varchar(48) primary key,
    body clob not null
);
