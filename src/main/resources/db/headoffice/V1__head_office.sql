-- Head office. Plain enough for PostgreSQL, its distributed kin, and H2 in PostgreSQL mode. The first key of every table
-- is the till or the member (a lane is a part of the members).

create table till (
    store varchar(16) not null,
    till varchar(16) not null,
    epoch integer not null,
    public_key bytea not null,
    programme varchar(64) not null,
    first_tier varchar(64) not null,
    registered timestamp(6) with time zone not null,
    contact timestamp(6) with time zone not null,
    held bigint not null,
    head varchar(64) not null,
    folded bigint not null,
    primary key (store, till)
);

-- The tills' journals, as they were signed.
create table entry (
    store varchar(16) not null,
    till varchar(16) not null,
    number bigint not null,
    epoch integer not null,
    kind varchar(64) not null,
    at timestamp(6) with time zone not null,
    hash varchar(64) not null,
    line bytea not null,
    primary key (store, till, number, epoch)
);

-- Members, folded from the entries. Within its lane each change has a number, and numbers are committed in order.
create table member (
    no varchar(32) not null,
    lane integer not null,
    change bigint not null,
    body varchar(1000000) not null,
    primary key (no)
);
create unique index member_change on member (lane, change);

create table lane (
    lane integer not null,
    last bigint not null,
    primary key (lane)
);
insert into lane (lane, last) values
    (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0),
    (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0);

-- What head office found wrong with a till: someone must look.
create table finding (
    store varchar(16) not null,
    till varchar(16) not null,
    kind varchar(32) not null,
    number bigint not null,
    detail varchar(500) not null,
    first_seen timestamp(6) with time zone not null,
    last_seen timestamp(6) with time zone not null,
    times integer not null,
    primary key (store, till, kind, number)
);
