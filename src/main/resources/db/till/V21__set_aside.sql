-- Entries and feed values that the other tables could not hold, until somebody has looked at them.
create table set_aside (
    source varchar(32) not null,
    number bigint not null,
    kind varchar(64) not null,
    why varchar(500) not null,
    told boolean not null,
    primary key (source, number)
);

-- A document's type and number together.
alter table member alter column document varchar(101);
