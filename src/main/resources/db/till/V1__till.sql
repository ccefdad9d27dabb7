-- The till's view of its journal and feed. Everything here can be deleted: it is rebuilt.
create table progress (
    source varchar(32) primary key,
    number bigint not null
);

create table till_state (
    id integer primary key,
    body clob not null
);

create table product (
    sku varchar(64) primary key,
    place integer not null,
    ean varchar(20),
    name varchar(200) not null,
    name_en varchar(200) not null,
    initials varchar(200) not null,
    category varchar(128) not null,
    tab varchar(64) not null,
    price_fen bigint not null,
    member_price_fen bigint,
    unit varchar(32) not null,
    flags varchar(200) not null,
    tax_parts bigint not null
);
create index product_ean on product (ean);

create table operator (
    id varchar(16) primary key,
    name varchar(100) not null,
    role varchar(16) not null,
    pin_hash varchar(200) not null
);

create table member (
    no varchar(32) primary key,
    name varchar(200) not null,
    phone varchar(40) not null,
    document varchar(80) not null,
    body clob not null
);
create index member_phone on member (phone);
create index member_name on member (name);
create index member_document on member (document);

create table card (
    number varchar(40) primary key,
    member varchar(32) not null,
    blocked boolean not null
);
create index card_member on card (member);

-- Which own entries changed a member: a feed value is followed by those that it does not hold yet.
create table member_entry (
    member varchar(32) not null,
    entry bigint not null,
    primary key (member, entry)
);

create table sale (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    member varchar(32),
    payable_fen bigint not null,
    printed integer not null,
    body clob not null
);
create index sale_member on sale (member, entry);
create index sale_entry on sale (entry);

create table refund (
    receipt varchar(48) primary key,
    entry bigint not null,
    at timestamp(3) with time zone not null,
    sale varchar(48) not null,
    printed integer not null,
    body clob not null
);
create index refund_sale on refund (sale, entry);

create table shift (
    no integer primary key,
    body clob not null
);

-- The facts of bills that are open or held.
create table bill_fact (
    entry bigint primary key,
    bill bigint not null,
    at timestamp(3) with time zone not null,
    kind varchar(64) not null,
    body clob not null
);
create index bill_fact_bill on bill_fact (bill, entry);
