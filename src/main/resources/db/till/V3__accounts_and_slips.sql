-- Companies, gifts and events hold something too; receipts of other things than sales and refunds are slips.
create table account (
    name varchar(200) primary key,
    body clob not null
);

create table slip (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    member varchar(32),
    kind varchar(40) not null,
    printed integer not null,
    body clob not null
);
create index slip_member on slip (member, entry);

-- The shape of members and of the till's state is another now: all is told again by journal and feeds.
truncate table progress;
truncate table till_state;
truncate table product;
truncate table operator;
truncate table member;
truncate table card;
truncate table member_entry;
truncate table sale;
truncate table refund;
truncate table shift;
truncate table bill_fact;
