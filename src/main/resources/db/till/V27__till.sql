-- The till's view of its journal and feed. Everything here can be deleted: it is rebuilt. So a change of shape is a new
-- number for this one file, and a store of another number is built anew.

-- How far the view has come with journal and feeds. Of the journal also the last entry that was on the disk for certain
-- when it was projected, and its hash: entries behind it may be taken back by a power loss. And the sums of the digests
-- of all other tables' rows, with a seal by the till's key over all this.
create table progress (
    source varchar(32) primary key,
    number bigint not null,
    certain bigint default 0 not null,
    hash varchar(64) default '' not null,
    sums varchar(4000) default '' not null,
    seal varchar(64) default '' not null
);

create table till_state (
    id integer primary key,
    body clob not null,
    bond binary(16)
);

-- Entries and feed values that the other tables could not hold, until somebody has looked at them.
create table set_aside (
    source varchar(32) not null,
    number bigint not null,
    kind varchar(64) not null,
    why varchar(500) not null,
    told boolean not null,
    primary key (source, number),
    bond binary(16)
);

-- What head office sends

-- The catalogue, and as much of the next one as has come.
create table catalogue_part (
    edition bigint,
    part integer,
    whole boolean not null,
    body clob not null,
    primary key (edition, part),
    bond binary(16)
);

-- Card hash: the card that an operator approves with.
create table operator (
    id varchar(16) primary key,
    name varchar(100) not null,
    role varchar(16) not null,
    pin_hash varchar(200) not null,
    card_hash varchar(200),
    bond binary(16)
);

-- Companies that pay by account.
create table company (
    name varchar(200) primary key,
    limit_fen bigint not null,
    billing_day integer not null,
    bond binary(16)
);

-- Members. Name, phone and document are keys, the same for every way of writing them; a document's is its type and
-- number together. What is counted by day stands beside the body, so that an act writes a month of it at most.
create table member (
    no varchar(32) primary key,
    name varchar(200) not null,
    phone varchar(40) not null,
    document varchar(101) not null,
    body clob not null,
    month_days clob not null,
    year_days clob default '{}' not null,
    four_year_days clob default '{}' not null,
    past_days clob default '{}' not null,
    bond binary(16)
);
create index member_phone on member (phone);
create index member_name on member (name);
create index member_document on member (document);

create table card (
    number varchar(40) primary key,
    member varchar(32) not null,
    blocked boolean not null,
    bond binary(16)
);
create index card_member on card (member);

-- Which own entries changed a member: a feed value is followed by those that it does not hold yet.
create table member_entry (
    member varchar(32) not null,
    entry bigint not null,
    primary key (member, entry),
    bond binary(16)
);

-- Companies, gifts and events hold something too.
create table account (
    name varchar(200) primary key,
    body clob not null,
    bond binary(16)
);

-- Receipts. The latest ones of a member are read in this order, without a sort.
create table sale (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    member varchar(32),
    payable_fen bigint not null,
    printed integer not null,
    body clob not null,
    bond binary(16)
);
create index sale_member_latest on sale (member, entry desc);
create index sale_latest on sale (entry desc);

create table refund (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    sale varchar(48) not null,
    printed integer not null,
    body clob not null,
    bond binary(16)
);
create index refund_sale on refund (sale, entry);

-- Receipts of other things than sales and refunds.
create table slip (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    member varchar(32),
    kind varchar(40) not null,
    printed integer not null,
    body clob not null,
    bond binary(16)
);
create index slip_member on slip (member, entry);

-- Tax invoices asked for, by the receipt of the sale, or of the refund for a red one.
create table fapiao (
    receipt varchar(48) primary key,
    body clob not null,
    bond binary(16)
);

-- What is going on
create table shift (
    no integer primary key,
    body clob not null,
    bond binary(16)
);

-- The facts of bills that are open or held.
create table bill_fact (
    entry bigint primary key,
    bill bigint not null,
    at timestamp(3) with time zone not null,
    kind varchar(64) not null,
    body clob not null,
    bond binary(16)
);
create index bill_fact_bill on bill_fact (bill, entry);

-- Each row carries a digest that only the till's key makes, and of each table's digests the progress holds a sum: what
-- was changed by others is found when the store is opened.
create trigger till_state_bond before insert, update, delete on till_state for each row call 'io.huitai.store.BondTrigger';
create trigger set_aside_bond before insert, update, delete on set_aside for each row call 'io.huitai.store.BondTrigger';
create trigger catalogue_part_bond before insert, update, delete on catalogue_part for each row call 'io.huitai.store.BondTrigger';
create trigger operator_bond before insert, update, delete on operator for each row call 'io.huitai.store.BondTrigger';
create trigger company_bond before insert, update, delete on company for each row call 'io.huitai.store.BondTrigger';
create trigger member_bond before insert, update, delete on member for each row call 'io.huitai.store.BondTrigger';
create trigger card_bond before insert, update, delete on card for each row call 'io.huitai.store.BondTrigger';
create trigger member_entry_bond before insert, update, delete on member_entry for each row call 'io.huitai.store.BondTrigger';
create trigger account_bond before insert, update, delete on account for each row call 'io.huitai.store.BondTrigger';
create trigger sale_bond before insert, update, delete on sale for each row call 'io.huitai.store.BondTrigger';
create trigger refund_bond before insert, update, delete on refund for each row call 'io.huitai.store.BondTrigger';
create trigger slip_bond before insert, update, delete on slip for each row call 'io.huitai.store.BondTrigger';
create trigger fapiao_bond before insert, update, delete on fapiao for each row call 'io.huitai.store.BondTrigger';
create trigger shift_bond before insert, update, delete on shift for each row call 'io.huitai.store.BondTrigger';
create trigger bill_fact_bond before insert, update, delete on bill_fact for each row call 'io.huitai.store.BondTrigger';
